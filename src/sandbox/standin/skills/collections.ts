/** Things that can be listed. */
export interface Collection {
  readonly names: readonly string[];
  readonly items: readonly string[];
  /** In a fixed order and complete; else the items are drawn. */
  readonly isOrdered?: true;
}

const items = (list: string): readonly string[] => list.split(', ');

export const collections: readonly Collection[] = [
  {
    names: ['primary colours', 'primary colors'],
    items: items('red, yellow, blue'),
    isOrdered: true,
  },
  {
    names: ['colours of the rainbow', 'colors of the rainbow', 'rainbow colours', 'rainbow colors'],
    items: items('red, orange, yellow, green, blue, indigo, violet'),
    isOrdered: true,
  },
  {
    names: ['planets', 'planets of the solar system'],
    items: items('Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus, Neptune'),
    isOrdered: true,
  },
  {
    names: ['days', 'weekdays', 'days of the week'],
    items: items('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday'),
    isOrdered: true,
  },
  {
    names: ['months', 'months of the year'],
    items: items(
      'January, February, March, April, May, June, July, August, September, October, November, December',
    ),
    isOrdered: true,
  },
  { names: ['seasons'], items: items('spring, summer, autumn, winter'), isOrdered: true },
  {
    names: ['continents'],
    items: items('Africa, Antarctica, Asia, Europe, North America, Oceania, South America'),
    isOrdered: true,
  },
  {
    names: ['oceans'],
    items: items(
      'the Pacific, the Atlantic, the Indian Ocean, the Southern Ocean, the Arctic Ocean',
    ),
    isOrdered: true,
  },
  {
    names: ['HTTP methods', 'HTTP verbs', 'request methods'],
    items: items('GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS'),
    isOrdered: true,
  },
  {
    names: ['HTTP status codes', 'status codes', 'HTTP codes', 'HTTP statuses'],
    items: items(
      '200 OK, 201 Created, 204 No Content, 301 Moved Permanently, 400 Bad Request, 401 Unauthorized, 403 Forbidden, 404 Not Found, 429 Too Many Requests, 500 Internal Server Error, 503 Service Unavailable',
    ),
    isOrdered: true,
  },
  {
    names: ['letters', 'letters of the alphabet', 'alphabet'],
    items: 'abcdefghijklmnopqrstuvwxyz'.split(''),
    isOrdered: true,
  },
  {
    names: ['vowels'],
    items: 'aeiou'.split(''),
    isOrdered: true,
  },
  {
    names: ['prime numbers', 'primes'],
    items: items('2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37'),
    isOrdered: true,
  },
  {
    names: ['colours', 'colors'],
    items: items(
      'blue, green, red, yellow, orange, purple, teal, pink, brown, grey, crimson, gold',
    ),
  },
  {
    names: ['fruits', 'fruit'],
    items: items(
      'apple, banana, cherry, mango, orange, pear, strawberry, grape, kiwi, pineapple, peach, plum',
    ),
  },
  {
    names: ['vegetables'],
    items: items('carrot, broccoli, spinach, pea, onion, potato, cabbage, leek, beetroot, celery'),
  },
  {
    names: ['animals'],
    items: items('dog, cat, elephant, tiger, horse, dolphin, owl, fox, penguin, hedgehog, otter'),
  },
  {
    names: ['birds'],
    items: items('robin, sparrow, owl, eagle, heron, swan, magpie, kingfisher, penguin, swift'),
  },
  {
    names: ['trees'],
    items: items('oak, birch, pine, maple, willow, beech, ash, lime, chestnut, alder'),
  },
  {
    names: ['programming languages', 'languages for programming', 'coding languages'],
    items: items(
      'Python, JavaScript, TypeScript, Java, Go, Rust, C, C++, Ruby, Kotlin, Swift, Haskell',
    ),
  },
  {
    names: ['databases', 'database systems'],
    items: items('PostgreSQL, MySQL, SQLite, MongoDB, Redis, MariaDB, Cassandra, DuckDB'),
  },
  {
    names: ['web browsers', 'browsers'],
    items: items('Firefox, Chrome, Safari, Edge, Opera, Vivaldi, Brave'),
  },
  {
    names: ['operating systems'],
    items: items('Linux, Windows, macOS, Android, iOS, FreeBSD, ChromeOS'),
  },
  {
    names: ['data types', 'types of data'],
    items: items('number, string, boolean, array, object, date, null'),
  },
  {
    names: ['data structures'],
    items: items('array, linked list, stack, queue, hash table, tree, heap, graph'),
  },
  {
    names: ['sorting algorithms'],
    items: items('quicksort, merge sort, heapsort, insertion sort, bubble sort, selection sort'),
  },
  {
    names: ['countries'],
    items: items(
      'Kenya, Japan, Brazil, France, Canada, India, Norway, Egypt, Peru, Vietnam, Spain',
    ),
  },
  {
    names: ['cities'],
    items: items(
      'Paris, Tokyo, Nairobi, Lima, Oslo, Cairo, Toronto, Mumbai, Lisbon, Seoul, Sydney',
    ),
  },
  {
    names: ['languages'],
    items: items('English, Spanish, Mandarin, Hindi, Arabic, French, Swahili, Japanese, German'),
  },
  {
    names: ['instruments', 'musical instruments'],
    items: items('piano, violin, guitar, flute, drum, cello, trumpet, harp, clarinet, oboe'),
  },
  {
    names: ['sports'],
    items: items('football, tennis, swimming, basketball, cricket, cycling, rowing, judo, fencing'),
  },
];

import type { Topic } from './topic.ts';

/** Keeping and arranging data. */
export const data: readonly Topic[] = [
  {
    names: ['database', 'relational database', 'DBMS', 'table'],
    one: 'a database',
    all: 'databases',
    keywords: ['Storage', 'tables', 'queries', 'safety', 'search', 'sharing'],
    definition: [
      'a database is a program that {keeps|stores} data {in good order|safely} and {finds|returns} any part of it {quickly|fast}',
      'a database is an organised {collection|store} of data that many {users|programs} can search and change {at the same time|together}',
      'a database {stores|holds} information so that it can be {found|searched}, {changed|updated} and trusted even after a crash',
    ],
    detail: [
      'a relational one keeps rows in tables and {is asked|answers questions} in SQL; others keep documents, graphs or {pairs of key and value|plain keys with values}',
      'it {checks|enforces} rules, such as that no order {exists|stands} without a customer',
      'indexes make searching {quick|fast}, and transactions make several changes {count|happen} together or not at all',
    ],
    use: [
      'it {outlives|survives} the programs that use it, and {many|several} of them can share it without {chaos|conflict}',
      'a question over millions of rows is {answered|settled} in {milliseconds|a moment} instead of by {reading|combing} every file',
      'it {guards|protects} data against {half-finished|broken} changes, power cuts and {careless|buggy} programs',
    ],
    example: [
      'a library {stores|keeps} books, members and loans, and asks it who has {had|kept} a book for too long',
      'a phone keeps its contacts in SQLite, a database in a single file',
      'a shop {finds|lists} all orders of one customer among millions at once',
    ],
    likeness: [
      'a very tidy cupboard with a helper who knows where everything is',
      'a library with a {quick|clever} librarian',
      'a huge box of cards, sorted so {well|cleverly} that any card is found at once',
    ],
  },
  {
    names: ['SQL', 'structured query language', 'SQL query', 'query'],
    one: 'SQL',
    all: 'SQL',
    keywords: ['Select', 'from', 'where', 'join', 'group', 'order'],
    definition: [
      'SQL is the language in which {people|programs} ask a relational database for data and {tell it to change|change} that data',
      'SQL {describes|states} which rows you want, and the database {finds|works out} how to get them',
      'SQL, the structured query language, is {used|made} to {read|query}, add, change and {delete|remove} rows in tables',
    ],
    detail: [
      'SELECT picks columns, FROM names the table, WHERE filters rows and JOIN {connects|links} tables',
      'you say what, not how: the planner {chooses|picks} indexes and the order of {work|steps}',
      'values from users {belong|go} in parameters, never in the text itself, or {strangers|attackers} can {slip in|add} commands',
    ],
    use: [
      'a single line {answers|settles} questions that would {take|need} a page of {ordinary|other} code',
      'it has {hardly changed|been around} for decades, so what you learn {stays|remains} useful',
      'almost every {report|website}, {shop|bank} and app {relies|runs} on it somewhere',
    ],
    example: [
      "SELECT name FROM members WHERE city = 'Oslo' lists the members who live in Oslo",
      'GROUP BY month {adds up|totals} a shop’s sales for each month',
      'a JOIN {shows|lists} every order next to the name of its customer',
    ],
    likeness: [
      'asking a librarian for “all blue books about whales, newest first”',
      'a wish list so exact that no one can misunderstand it',
      'a sieve: it lets through only {the rows|what} you asked for',
    ],
  },
  {
    names: ['index', 'database index', 'indices', 'indexing'],
    one: 'an index',
    all: 'indexes',
    keywords: ['Lookup', 'sorted', 'faster', 'columns', 'pointers', 'tradeoff'],
    definition: [
      'an index is {a sorted|an extra} list that lets a database find rows by some column without {reading|looking at} all of them',
      'an index is an {additional|auxiliary} structure that {trades|swaps} some space for much {quicker|faster} searching',
      'an index {points|leads} from a value to the {rows|places} where it {occurs|is found}',
    ],
    detail: [
      'most are trees that {halve|narrow} the search at each step, so a million rows take {about|some} twenty comparisons or fewer',
      'every {change|insert} has to update it, too, so each one makes writing a {little|bit} slower',
      'it helps only questions that use its columns, {in|and in} the order in which they are {listed|declared}',
    ],
    use: [
      'it can turn a query of {minutes|many seconds} into one of {milliseconds|a blink}',
      'it is {often|usually} the first thing to {check|look at} when a {site|query} has become slow',
      'it can also {enforce|guarantee} that a value, such as an email address, occurs only once',
    ],
    example: [
      'an index on email finds one {account|user} among millions at sign-in',
      'a search for all orders of {last week|May} jumps straight to their place when dates are indexed',
      'without one, the database reads the {whole|entire} table for each {question|lookup}',
    ],
    likeness: [
      'the pages at the back of a book that tell you where each word {stands|is}',
      'tabs in a {recipe|school} folder',
      'the letters on the {drawers|shelves} of a spice rack',
    ],
  },
  {
    names: ['transaction', 'database transaction', 'ACID'],
    one: 'a transaction',
    all: 'transactions',
    keywords: ['Together', 'commit', 'rollback', 'consistency', 'isolation', 'safety'],
    definition: [
      'a transaction is a {group|set} of changes to a database that {happen|take effect} all together or not at all',
      'a transaction {bundles|ties} several steps so that nobody ever sees or keeps only {some|half} of them',
      'a transaction is a {promise|guarantee} of a database: {either all|all} of these changes {count|stay}, or none does',
    ],
    detail: [
      'commit makes the changes {final|permanent}, rollback {undoes|takes back} them all',
      'while it {runs|is open}, others see the {old|former} state, as if nothing had happened',
      'it should be {short|brief}, because rows it has changed may {block|hold up} others',
    ],
    use: [
      'it keeps data {consistent|right} when a program crashes or two people {change|edit} the same thing',
      'a programmer {need not|does not have to} think about every way in which a half-done job could {fail|end}',
      'money, {stock|tickets} and {seats|bookings} can be {moved|handled} without ever {getting lost|being counted twice}',
    ],
    example: [
      'a transfer {takes|subtracts} 50 from one account and adds it to another, or does neither',
      'a booking {reserves|takes} the seat and {stores|records} the payment in one go',
      'an order is {saved|stored} with all its lines or not at all',
    ],
    likeness: [
      'swapping stickers with a friend: both hand over, or nobody does',
      'jumping over a puddle: you are on one side or the other, never {halfway|in the middle}',
      'a {handshake|deal} that only counts when both say yes',
    ],
  },
  {
    names: ['CSV', 'comma-separated values', 'CSV file'],
    one: 'a CSV file',
    all: 'CSV files',
    keywords: ['Rows', 'columns', 'commas', 'text', 'tables', 'export'],
    definition: [
      'CSV is a {plain|simple} text format for tables: one line for each row, with commas between the {values|cells}',
      'CSV, short for comma-separated values, {stores|writes} a table as lines of text',
      'CSV is the {simplest|plainest} way to {move|carry} a table from one program to another',
    ],
    detail: [
      'the first line {often|usually} holds the names of the columns, and values with commas or line breaks are {put|wrapped} in quotes',
      'everything is text, so whether 01 is a number or a code has to be {known|agreed} beforehand',
      'some countries {use|write} semicolons instead, because their decimal numbers {contain|have} a comma',
    ],
    use: [
      'spreadsheets, databases and {all|most} languages can read and write it',
      'you can {open|read} it in any editor and {compare|check} it line by line',
      'large tables can be {read|handled} row by row without {filling|much} memory',
    ],
    example: [
      'a bank {exports|offers} your payments as a file that a spreadsheet opens',
      'the lines name,age and Ada,36 make a table with one row',
      'a script reads a list of addresses and {sends|prints} one letter for each line',
    ],
    likeness: [
      'a table drawn without lines, with commas as the {fences|walls} between boxes',
      'a class list, one child on each line',
      'beads in rows: every row has the same pattern',
    ],
  },
  {
    names: ['Unicode', 'UTF-8', 'character encoding', 'emoji'],
    one: 'Unicode',
    all: 'Unicode',
    keywords: ['Characters', 'numbers', 'scripts', 'emoji', 'encoding', 'universal'],
    definition: [
      'Unicode is a {worldwide|universal} list that gives {every|each} character of nearly all scripts, and emoji as well, a number of its own',
      'Unicode is the standard that lets {computers|programs} {store|handle} all the world’s {writing|scripts} in one way',
      'Unicode {assigns|gives} a number to each letter, sign and emoji, so that text {means|is} the same on every {computer|machine}',
    ],
    detail: [
      'UTF-8 is the {usual|common} way to store those numbers: English letters take one byte, others two to four',
      'what looks like one {sign|character} may be several, such as a letter and its accent or a family emoji',
      'the same text can be {written|stored} in two ways, so comparing it may {need|call for} normalising first',
    ],
    use: [
      'a page can {mix|hold} Greek, Arabic, Chinese and a {smiling|laughing} face without {trouble|tricks}',
      'knowing it {explains|solves} {odd|strange} signs like Ã© in {badly|wrongly} read files',
      'names of people and places can be {written|kept} as they are {really|properly} spelled',
    ],
    example: [
      'the letter A is number 65 and the grinning face is number 128,512',
      'é may be stored as one character or as e followed by an accent',
      'the length of a thumbs-up with a skin tone is four in JavaScript, though you see one sign',
    ],
    likeness: [
      'a class register of all the letters in the world, each with its own number',
      'one giant alphabet shared by everybody',
      'a set of stamps with every letter there is',
    ],
  },
  {
    names: ['time zone', 'timezone', 'UTC', 'daylight saving time'],
    one: 'a time zone',
    all: 'time zones',
    keywords: ['Regions', 'offsets', 'UTC', 'summertime', 'clocks', 'rules'],
    definition: [
      'a time zone is a region {where|in which} clocks show the same time, {given|stated} as a distance from UTC',
      'a time zone is the {rule|set of rules} that {tells|says} what clocks show in a {place|region} at a given moment',
      'a time zone {links|ties} local time to UTC, the world’s {common|shared} clock, with the changes for summer time',
    ],
    detail: [
      'governments change the rules {now and then|at short notice}, so programs use a {database|list} of names such as Europe/Paris',
      'an offset like +02:00 is not enough for the future, because it may be {different|another one} in winter',
      'when clocks go back, one hour {happens|comes} twice; when they go forward, one is {missing|skipped}',
    ],
    use: [
      'storing moments in UTC and {showing|converting to} local time only at the end {avoids|prevents} most mistakes',
      'getting it right keeps meetings, {flights|trains} and reminders where people {expect|want} them',
      'it makes “at nine” {mean|be} the right moment for each person who {reads|hears} it',
    ],
    example: [
      'at noon in London in January, it is one in the afternoon in Paris and seven in the morning in New York',
      'an event saved as 2026-03-01T09:00:00Z is shown as 10:00 in Berlin',
      'a calendar keeps “every Monday at 9” with Europe/Rome, so that it stays at nine all year',
    ],
    likeness: [
      'the sun walking around the world: when you have breakfast, someone else {goes to bed|has dinner}',
      'slices of an orange, each with its own clock',
      'a row of clocks in a {hotel|station}, one for each city',
    ],
  },
  {
    names: ['hash table', 'hash map', 'hashmap', 'dictionary', 'hash function', 'hashing'],
    one: 'a hash table',
    all: 'hash tables',
    keywords: ['Keys', 'values', 'buckets', 'lookup', 'constant', 'hashing'],
    definition: [
      'a hash table stores values under keys and finds each of them {almost at once|in about the same time}, however many there are',
      'a hash table {computes|works out} from a key the place where its value is {kept|stored}',
      'a hash table is a {structure|container} that {connects|maps} keys to values by way of a hash function',
    ],
    detail: [
      'two keys may land in the same place; such collisions are {kept|put} in a short list there or {moved|sent} to a free place',
      'when it gets too full, it {moves|grows} to a larger array and {sorts in|places} everything anew',
      'the hash function has to {spread|scatter} keys evenly and give the same number for the same key {every time|always}',
    ],
    use: [
      'looking something up {takes|needs} the same time among ten entries as among ten million',
      'it is the {everyday|standard} tool to count, to group and to {spot|find} duplicates',
      'most languages {have|bring} it built in: Map in JavaScript, dict in Python',
    ],
    example: [
      'a program counts words by {keeping|storing} a number under each word',
      'a phone finds the {number|entry} for “Ada” without going through all contacts',
      'a cache keeps each page under its address',
    ],
    likeness: [
      'a wardrobe with numbered pegs, where your name {tells|gives} the number',
      'pigeonholes for post, one for each {first letter|name}',
      'a magic drawer that opens at the right place',
    ],
  },
  {
    names: ['queue', 'message queue', 'job queue', 'FIFO'],
    one: 'a queue',
    all: 'queues',
    keywords: ['Line', 'first', 'waiting', 'fairness', 'buffer', 'workers'],
    definition: [
      'a queue is a line of things in which the first to {arrive|come} is the first to {leave|be served}',
      'a queue {holds|keeps} work in order until {someone|a worker} is free to do it',
      'a queue is a {list|structure} that is filled at one end and emptied at the other',
    ],
    detail: [
      'it {separates|uncouples} those who make work from those who do it, so {either|each} side can be {slow|away} for a while',
      'a message is usually {kept|held} until the worker confirms it, so that nothing is lost in a crash',
      'if it only ever {grows|gets longer}, there are too few workers, and its length is worth {watching|an alarm}',
    ],
    use: [
      'it {evens out|absorbs} rushes: work piles up for a moment {instead of|rather than} breaking the system',
      'more workers can be {added|started} without changing the {program|part} that fills it',
      'slow jobs {leave|move to} the background, and people get an answer {at once|immediately}',
    ],
    example: [
      'a printer {keeps|prints} documents in the order in which they were sent',
      'a photo site puts each upload in line and {makes|renders} the small versions later',
      'a program with a rate limit {lines up|holds} its calls and sends one per second',
    ],
    likeness: [
      'people waiting for ice cream: first come, first served',
      'cars at a {toll gate|traffic light}',
      'a slide: whoever climbs up first comes down first',
    ],
  },
  {
    names: ['array', 'list data structure', 'array data structure'],
    one: 'an array',
    all: 'arrays',
    keywords: ['Items', 'ordered', 'numbered', 'index', 'length', 'loop'],
    definition: [
      'an array is an ordered {row|list} of values, each of which {has|is reached by} a number',
      'an array {keeps|holds} many values under one name and {finds|reaches} any of them by its position',
      'an array is a {structure|container} in which {values|items} stand side by side, {counted|numbered} from 0 in most languages',
    ],
    detail: [
      'reaching an item by its number is {immediate|instant}, while {inserting|adding} one in the middle has to move the rest',
      'the first item has number 0, so the last one has the length minus one',
      'loops and functions such as map and filter {work|go} through it item by item',
    ],
    use: [
      'it lets a program treat {any number|thousands} of things with the same few lines',
      'it keeps things in the order in which they {came|happened}',
      'it is {compact|dense} in memory, which {makes|keeps} computers fast when they walk through it',
    ],
    example: [
      'the temperatures of a week fit into one array of seven numbers',
      'a conversation with a model is an array of messages, oldest first',
      'names[0] is the first name of a guest list',
    ],
    likeness: [
      'an egg box: a row of places, each holding one egg',
      'a train with numbered carriages',
      'the doors of an advent calendar',
    ],
  },
];

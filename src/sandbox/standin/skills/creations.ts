import type { Choices } from '../sampling.ts';

/** Jokes that can be told about anyone and anything, `$subject`. */
export const jokes: readonly Choices[] = [
  [
    'I asked a {model|chatbot|computer} for a joke about $subject, but it {timed out|ran out of tokens|returned a 404} before the {punchline|funny part}',
    'a {tester|programmer|database} walks into a bar and orders {one|zero|minus one|a billion} of $subject; the {barman|bartender} {throws|raises} an exception',
    'knock, knock: it is $subject, {asynchronously|after two retries|with exponential backoff}, so the {door|answer} {comes|opens} {later|next week}',
    'there are {two|10} kinds of people: those who {understand|laugh at} $subject, and those who {start counting at zero|wait for the documentation}',
    'my {joke|best line} about $subject {got|was answered with} a 429: too many {laughs|groans} this minute',
    'I had a joke about $subject, but it {only works on my machine|was deprecated|is still in the queue|needs a restart}',
    'why did the {developer|intern|robot} {bring|take} a ladder to $subject? Somebody {said|mentioned} it was {a high-level problem|in the cloud}',
  ],
];

export const slogans: readonly Choices[] = [
  [
    '$subject: {made for you|made with heart|simply better}, {every day|all year round|rain or shine}',
    '{taste|feel|meet} the {difference|joy|future} {with|of} $subject',
    '$subject, because {life is short|good things matter|every day counts} {and so are Mondays|and you know it|after all}',
    'come for $subject, stay for the {smiles|stories|company} and {the good cheer|the view|the warmth}',
    '{small|little|quiet} {steps|moments|wonders}, {big|bright|wild} {smiles|dreams|days}: $subject',
    '$subject, {done right|the way it should be|with a wink} {since this morning|from the very first day|at last}',
    'where {good days|great ideas|friends} {begin|meet|linger}: $subject',
    '{once|when} you {try|find|discover} $subject, {nothing else will do|you will be back|the rest is history}',
  ],
];

export const storySlots: readonly Choices[] = [
  [
    'once, in a {small|quiet|rainy} town {by the sea|under the hills|at the end of the line}, everybody {talked|whispered|dreamed} of $subject',
    '{nobody|no one in the village} had ever {seen|met} the like of $subject, until one {grey|windy|golden} {morning|evening}',
    'this is the story of $subject, and it begins with a {letter|knock|lost key}',
    'long after midnight, $subject {stirred|set out|made a decision}',
  ],
  [
    'a {girl|boy|clockmaker|baker} named {Mina|Otto|Ines|Tomas} {came along|set out} with nothing but a {lantern|map|question}',
    'the {wind|old clock|ferry} {brought|carried} a stranger who {asked too many questions|never slept|smelled of cinnamon}',
    'the {mayor|librarian|postman} {laughed|shook his head}, but the {cats|children|gulls} knew better',
  ],
  [
    'it {took|needed} three {nights|tries|storms} and a great deal of {tea|patience|luck}',
    'what {followed|came next} was {louder|stranger|kinder} than anybody had {expected|feared|hoped}',
    'there was a {chase|song|misunderstanding} {across the rooftops|in the market|under the bridge}, and then {silence|laughter}',
  ],
  [
    'and if you {pass by|listen closely} today, you can still {hear|see|smell} {it|a trace of it}',
    'in the end they {shared|kept|told} the secret, and {that made all the difference|it grew}',
    'ever since, the town {celebrates|remembers} that day with {soup|kites|a very long breakfast}',
  ],
];

/** Couplets: one of each, `$subject` in the first. */
export const verses: readonly Choices[] = [
  [
    'I sat me down to sing of $subject,\nand found there was {nothing|no line} {I dared to reject|I would correct|I could neglect}.',
    'Of $subject I {dream|hum} when the evening is {near|here},\nand {whisper|murmur} its name when there is nobody {near|here}.',
    'They {told|warned} me that $subject was hard to explain;\nI {wrote it|put it} in verses, and here is the {strain|gain}.',
  ],
  [
    'The {stars|lamps} in their {windows|places} are {listening|watching} tonight,\nand {everything|all that was} tangled comes out to the light.',
    'So {raise|lift} up your cup for the {small and the strange|wonders that stay},\nfor {most of our luck|the best of our tales} is a matter of change.',
    'The {page|night} is not {long|deep} and the {ink|wine} has run dry;\nthe {rest|end} I will {leave|send} to the wind and the sky.',
  ],
];

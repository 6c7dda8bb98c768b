import type { Choices } from '../sampling.ts';

/** Jokes that can be told about anyone and anything, `$subject`. */
export const jokes: readonly Choices[] = [
  [
    '{why did|do you know why} $subject {walk|stroll} into the server room?',
    'I asked a {model|chatbot|computer} for a joke about $subject',
    'a {programmer|tester|database} walks into a bar and orders $subject',
    'knock, knock: it is $subject, {asynchronously|after a short timeout|with two retries}',
    '{my favourite|the oldest} joke about $subject {is stored in a queue|has a bug}',
  ],
  [
    'because somebody {promised|swore} there would be cookies',
    '{sadly|alas}, it {timed out|returned 404} before the punchline',
    'it {got|was} a 429: too many {laughs|groans} this minute',
    'the answer came back {in JSON|as a stream}, and the funny part was {optional|in the last event|null}',
    'nobody {laughed|got it}, so it was {retried|sent again} with exponential backoff',
    'it works {only|fine} on my {machine|laptop}',
  ],
];

export const slogans: readonly Choices[] = [
  [
    '$subject: {made for you|made with heart|simply better}',
    '{taste|feel|meet} the {difference|joy|future} with $subject',
    '$subject: because {life is short|good things matter|every day counts}',
    'come for $subject, stay for the {smiles|stories|company}',
    'small {steps|moments|wonders}, big {smiles|dreams|days}: $subject',
    '$subject, {done right|the way it should be|with a wink}',
    'where {good days|great ideas|friends} begin: $subject',
    'once you try $subject, {nothing else will do|you will be back|everything tastes of adventure}',
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

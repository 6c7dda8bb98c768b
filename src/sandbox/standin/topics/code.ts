import type { Topic } from './topic.ts';

/** Writing programs, in any language. */
export const code: readonly Topic[] = [
  {
    names: ['variable', 'constant'],
    one: 'a variable',
    all: 'variables',
    keywords: ['Name', 'value', 'memory', 'assignment', 'scope', 'type'],
    definition: [
      'a variable is a name for a value that a program {keeps|remembers} and may {change|replace} later',
      'a variable {gives|attaches} a name to a piece of data, so that a program can {refer|come back} to it',
      'a variable is a named {place|spot} where a program {stores|puts} a value',
    ],
    detail: [
      'it can be used only {within|inside} its scope, which is {usually|often} the block or function where it was {declared|made}',
      'a constant is one that keeps its first value for {good|as long as it lives}',
      'in some languages it has a fixed type, in others it may hold a number now and a text {later|afterwards}',
    ],
    use: [
      'a good name {explains|says} what a value means, where the bare number would {puzzle|confuse} readers',
      'it lets the same {code|lines} work with {different|ever new} values',
      'a result can be {computed|worked out} once and used {many times|again and again}',
    ],
    example: [
      'const price = 12 lets the rest of the program say price {instead of|and not} 12',
      'a game {keeps|stores} the score and adds ten for every {coin|star}',
      'let name = "Ada" makes the greeting fit {Ada|her}, and tomorrow somebody else',
    ],
    likeness: [
      'a box with a label on it: you can look in and swap what is inside',
      'a name tag on a coat hook',
      'a jar marked “sweets” whose number of sweets changes',
    ],
  },
  {
    names: ['function', 'method', 'subroutine', 'procedure'],
    one: 'a function',
    all: 'functions',
    keywords: ['Inputs', 'steps', 'result', 'name', 'reuse', 'call'],
    definition: [
      'a function is a named piece of a program that takes inputs, {does|performs} some work and {usually|often} gives back a result',
      'a function {bundles|packs} a few steps under a name, so that they can be {run|used} from anywhere by that name',
      'a function is a {small|little} machine inside a program: values go in, a {result|value} comes out',
    ],
    detail: [
      'its inputs are called parameters, and the variables inside it are its own {affair|business}',
      'one that always gives the same result for the same inputs and {changes|touches} nothing else is called pure',
      'good ones do one thing, which their name {says|tells}',
    ],
    use: [
      'it saves {writing|repeating} the same steps, and a {mistake|fault} is corrected in one place',
      'it lets you {think|read} in larger steps and {forget|ignore} the details below',
      'it can be {tested|tried} on its own, {with|given} any input you like',
    ],
    example: [
      'double(4) gives 8, and double(10) gives 20',
      'a shop {calls|uses} priceWithTax(price) in the basket, on the bill and in the {mail|email}',
      'response.output_text.toUpperCase() {turns|puts} an answer into capitals',
    ],
    likeness: [
      'a toaster: bread goes in, toast comes out',
      'a recipe you can cook again and again with other {fruit|vegetables}',
      'a trick a dog has learned: say its name and it is done',
    ],
  },
  {
    names: ['recursion', 'recursive function', 'recursive'],
    one: 'recursion',
    all: 'recursion',
    keywords: ['Self-reference', 'smaller', 'base', 'stack', 'return', 'trees'],
    definition: [
      'recursion is when a function {solves|handles} a problem by calling itself on a smaller {part|piece} of that problem',
      'recursion means that something is {defined|explained} in terms of a smaller version of itself',
      'recursion is a {way|technique} of solving a problem by {reducing|breaking} it to the same problem, {only smaller|in a smaller size}',
    ],
    detail: [
      'there has to be a simplest case that is {answered|solved} directly, or it would never {stop|end}',
      'each call waits on the call stack until the smaller one has {returned|finished}, so very deep ones can {overflow|fill} it',
      'anything it does can also be {written|done} with a loop, {though|but} not always as {clearly|shortly}',
    ],
    use: [
      'it {fits|suits} things that contain themselves, such as folders, family trees and {sentences|JSON}',
      'it {turns|makes} some {tangled|hard} problems into two or three {clear|honest} lines',
      'many fast algorithms, {such as|among them} merge sort and quicksort, {are built|rest} on it',
    ],
    example: [
      'the factorial of 4 is 4 times the factorial of 3, and so on down to 1',
      'the size of a folder is the size of its files plus the sizes of the folders in it',
      'to tidy a room, tidy one half, then tidy the other half in the same way',
    ],
    likeness: [
      'a doll with a smaller doll inside, and another one inside {that one|that}',
      'standing between two mirrors',
      'a story about a bear who tells a story about a bear',
    ],
    haiku: ['To find the small doll', 'open the one before it', 'and then do the same.'],
  },
  {
    names: ['loop', 'for loop', 'while loop', 'iteration'],
    one: 'a loop',
    all: 'loops',
    keywords: ['Repeat', 'steps', 'condition', 'counter', 'items', 'end'],
    definition: [
      'a loop {repeats|runs} the same steps of a program {several times|again and again}, until a condition ends it',
      'a loop lets a program do something {once for each item|for every item} of a list, or {as long as|while} something is true',
      'a loop is the {part|construct} of a program that {goes round|runs over and over} until it is told to stop',
    ],
    detail: [
      'each round is called an iteration; break {leaves|ends} early, and continue {skips|jumps} to the next round',
      'if the condition never becomes false, it runs {forever|without end}, a {common|classic} mistake',
      'awaiting a slow call in it makes the calls run one after another, which is {often|usually} slower than need be',
    ],
    use: [
      'three lines {handle|process} three items or three million',
      'it {spares|saves} people the dull {repeating|work} that computers are {good|best} at',
      'it lets a program wait, {watch|check} and react for as long as it {runs|lives}',
    ],
    example: [
      'for (const name of names) {prints|greets} each guest in turn',
      'a game {repeats|runs} read input, move, draw sixty times a second',
      'a program tries again while the answer is 429, {at most|up to} five times',
    ],
    likeness: [
      'brushing your teeth: up and down, again and again, until all are {clean|shiny}',
      'laps around a playground until the whistle blows',
      'a song whose chorus comes back and back',
    ],
  },
  {
    names: ['algorithm'],
    one: 'an algorithm',
    all: 'algorithms',
    keywords: ['Steps', 'exact', 'finite', 'input', 'result', 'recipe'],
    definition: [
      'an algorithm is an {exact|unambiguous} list of steps that {solves|settles} a certain kind of problem',
      'an algorithm is a {method|procedure} so {clear|precise} that a machine can {follow|carry out} it without thinking',
      'an algorithm {turns|leads from} an input {into|to} a result in a {finite|limited} number of {exact|definite} steps',
    ],
    detail: [
      'the same problem may have {several|many} of them, which {differ|vary} in time, memory and {simplicity|elegance}',
      'it is an idea, {independent|apart} from the language in which it is written down',
      'a good one is correct for every input, the {odd|empty} and the {huge|enormous} ones as well',
    ],
    use: [
      'the right one can make a program a thousand times {faster|quicker} on the same {machine|computer}',
      'it lets us {reason|think} about a solution before any code is {written|typed}',
      'known ones {save|spare} you from {solving|inventing} old problems anew',
    ],
    example: [
      'binary search {halves|splits} a sorted list until the {name|item} is found',
      'a map finds the shortest way with one that is named after Dijkstra',
      'long division at school is one, {done|carried out} on paper',
    ],
    likeness: [
      'a recipe: do these steps in this order and you get a cake',
      'the instructions for folding a paper boat',
      'a treasure map with every step counted',
    ],
  },
  {
    names: ['big O', 'big-O notation', 'time complexity', 'complexity', 'big O notation'],
    one: 'big-O notation',
    all: 'big-O notation',
    keywords: ['Growth', 'time', 'memory', 'input', 'scaling', 'bounds'],
    definition: [
      'big-O notation {describes|states} how the time or memory a program needs grows as its input grows',
      'big-O notation is a {shorthand|way} to {compare|rank} algorithms by how they {behave|scale} on large inputs',
      'big-O notation {sums up|captures} growth and {ignores|leaves out} constant factors: what counts is the shape of the curve',
    ],
    detail: [
      'O(1) stays the same, O(n) grows {evenly|in step}, O(n²) means that twice the input takes four times as long',
      'it says how things grow, not how {fast|long} they are: for small inputs a “slow” method may {win|be quicker}',
      'usually the worst case is {meant|stated}, sometimes the average one',
    ],
    use: [
      'it {shows|tells} in advance which program will {survive|cope} when the data become a thousand times larger',
      'it lets programmers {talk|argue} about speed without {stopwatches|measuring} every machine',
      'it {points|leads} to the {loop|place} where improving {pays|is worth it}',
    ],
    example: [
      'looking for a name in an unsorted list is O(n), in a sorted one O(log n)',
      'comparing each of n guests with every other is O(n²)',
      'reading one entry of a hash table is O(1) on average',
    ],
    likeness: [
      'asking how much longer a walk takes when the town gets twice as {big|wide}',
      'handing out sweets to a class, compared with every child shaking hands with every other',
      'judging a plant by how fast it grows, not by how tall it is today',
    ],
  },
  {
    names: ['compiler', 'compilation', 'compile'],
    one: 'a compiler',
    all: 'compilers',
    keywords: ['Translation', 'source', 'machine', 'checking', 'optimising', 'errors'],
    definition: [
      'a compiler is a program that {translates|turns} source code {into|to} another form, {usually|often} machine code, before it runs',
      'a compiler reads a program in one language and writes {the same|an equal} program in another',
      'a compiler {converts|translates} what people write into what a machine can {run|execute}, all of it in advance',
    ],
    detail: [
      'it takes the text apart, {checks|verifies} it against the rules, {improves|optimises} it and writes the result',
      'it {finds|reports} a whole class of mistakes before the program has run even once',
      'the translation {costs|takes} some time once, and every later run is the faster for it',
    ],
    use: [
      'programs run {fast|at full speed}, because the translating is {over|done} when they start',
      'it {catches|finds} wrong types and {misspelt|unknown} names early, when they are cheap to {correct|fix}',
      'one source can be {translated|built} for phones, {laptops|desktops} and servers',
    ],
    example: [
      'rustc {makes|builds} a program file from Rust, and tsc turns TypeScript into JavaScript',
      'a missing bracket makes it {stop|refuse} with the number of the line',
      'the browser on your {computer|phone} was {built|compiled} from millions of lines of C++',
    ],
    likeness: [
      'a translator who translates a whole book before anyone reads it',
      'a baker who turns a recipe into a cake that is ready to eat',
      'someone who builds the model first and then lets you play',
    ],
  },
  {
    names: ['interpreter'],
    one: 'an interpreter',
    all: 'interpreters',
    keywords: ['Directly', 'running', 'line-by-line', 'interactive', 'flexible', 'portable'],
    definition: [
      'an interpreter is a program that {runs|carries out} source code directly, {step by step|bit by bit}, without a separate translation first',
      'an interpreter reads a program and does {at once|right away} what it says',
      'an interpreter {executes|performs} code as it reads it, {instead of|rather than} turning it into a machine program beforehand',
    ],
    detail: [
      'mistakes {show|appear} only when the {line|part} in question is reached',
      'modern ones translate the {busiest|hottest} parts into machine code while they run, which is called JIT',
      'the same program runs {wherever|on any machine for which} there is one',
    ],
    use: [
      'you can {try|test} a line and see the result {at once|immediately}, which {suits|helps} learning',
      'there is no {waiting|build step} between a change and its {effect|result}',
      'it {makes|keeps} scripts short and {portable|easy to pass on}',
    ],
    example: [
      'typing 2 + 3 after python prints 5 {at once|straight away}',
      'a shell {runs|carries out} each command as soon as you press Enter',
      'Node.js {takes|runs} a JavaScript file just as it is',
    ],
    likeness: [
      'a guide who translates each sentence the moment it is spoken',
      'someone who cooks while the recipe is being read aloud',
      'a player who plays the notes straight from the page',
    ],
  },
  {
    names: ['Git', 'version control'],
    one: 'Git',
    all: 'Git',
    keywords: ['History', 'commits', 'branches', 'merging', 'sharing', 'undo'],
    definition: [
      'Git is a program that {records|keeps} every version of a set of files, so that changes can be {followed|traced}, shared and undone',
      'Git is the version control system that most programmers use to work on the same {code|files} {together|without overwriting each other}',
      'Git {remembers|stores} who changed what, when and why in a {project|set of files}',
    ],
    detail: [
      'a commit is a snapshot with a message, and commits {form|make} a chain back to the first {day|one}',
      'everyone has the whole history on their own {computer|machine}, and exchanges commits by push and pull',
      'work on separate branches is {brought|put} together by merging; where two changed the same line, people {decide|choose}',
    ],
    use: [
      'you can {try|risk} anything, because {yesterday’s|the last good} version is one command away',
      'it lets {hundreds|a team} of people change the same project without {losing|destroying} each other’s work',
      'the history {explains|shows} why a line is the way it is, {long|years} after its author has left',
    ],
    example: [
      'git commit -m "Fix the total" {saves|records} a step with its reason',
      'git bisect finds the commit that {brought|introduced} a bug by halving the history',
      'two people {edit|change} different files and {merge|join} their work in the evening',
    ],
    likeness: [
      'a diary of your {drawing|homework} with a photo of every step',
      'a game in which you can always go back to an earlier save point',
      'a time machine for files',
    ],
  },
  {
    names: ['branch', 'Git branch', 'branching'],
    one: 'a branch',
    all: 'branches',
    keywords: ['Line', 'separate', 'work', 'merge', 'feature', 'Git'],
    definition: [
      'a branch is a line of work {in|within} a version history that {goes|grows} its own way beside the others',
      'a branch lets you {change|develop} a project without {touching|disturbing} the version others {rely on|use}',
      'a branch in Git is a {movable|light} name for a commit, which {moves on|advances} with each new commit made on it',
    ],
    detail: [
      'making one takes an instant, as only a {name|pointer} is written and no file is copied',
      'when the work is {ready|done}, it is merged back, {often|usually} after a review',
      'the longer it lives {apart|alone}, the harder the merge, so {short|small} ones are best',
    ],
    use: [
      'unfinished work {stays|is kept} away from what customers {see|use}',
      'several {ideas|features} can be {tried|built} side by side, and a bad one is just {dropped|deleted}',
      'it gives reviewers a {clear|complete} picture of one change',
    ],
    example: [
      'git switch -c login starts a line of work for a new sign-in page',
      'a team {fixes|repairs} the released version on one branch and builds the next on another',
      'a pull request {proposes|asks} to merge a branch into main',
    ],
    likeness: [
      'a side path that meets the main path again',
      'drawing on tracing paper before touching the real picture',
      'a “what if” version of a story',
    ],
  },
  {
    names: ['unit test', 'test', 'testing', 'automated test', 'unit testing', 'software testing'],
    one: 'a unit test',
    all: 'unit tests',
    keywords: ['Checks', 'automatic', 'small', 'fast', 'repeatable', 'confidence'],
    definition: [
      'a unit test is a {small|short} program that {checks|verifies} whether one {piece|part} of another program does what it should',
      'a unit test {calls|runs} a piece of code with known input and {compares|checks} the result with what is expected',
      'a unit test is an automatic check of a single {function|unit}, {apart|separate} from the rest of the program',
    ],
    detail: [
      'it has three steps: {prepare|arrange}, {do|act}, compare; and it must be able to fail',
      'clocks, networks and chance are replaced by {fixed|harmless} stand-ins, so that it {gives|has} the same result {every time|always}',
      'good ones {describe|test} behaviour, so they {survive|outlive} a rewrite of the inside',
    ],
    use: [
      'you can {change|improve} old code and know within seconds whether {something|anything} broke',
      'it {documents|shows} by example what a piece of code is {meant|supposed} to do',
      'mistakes are found by the {person|programmer} who made them, {minutes|shortly} later, and not by a customer',
    ],
    example: [
      'expect(add(2, 3)).toBe(5) fails as soon as somebody breaks add',
      'a test gives a parser an empty text and expects a {clear|friendly} error',
      'a team runs two thousand of them before each {release|merge}',
    ],
    likeness: [
      'tasting the soup before you serve it',
      'checking that each brick is whole before building the wall',
      'a spelling test for a program',
    ],
  },
  {
    names: ['bug', 'debugging', 'debug', 'software bug', 'debugger'],
    one: 'a bug',
    all: 'bugs',
    keywords: ['Mistake', 'surprise', 'cause', 'reproduce', 'trace', 'repair'],
    definition: [
      'a bug is a mistake in a program that makes it do something other than what was {meant|intended}',
      'a bug is a {fault|flaw} in code, and debugging is the {hunt|search} for its cause and its {repair|removal}',
      'a bug is the {gap|difference} between what a program {does|really does} and what its author {thought|believed}',
    ],
    detail: [
      'finding one starts with {reproducing|repeating} it {reliably|at will}, then {halving|narrowing} the place where it can be',
      'a debugger {stops|halts} a program at a line and {shows|reveals} the values it holds there',
      'the cause is often far from where the {trouble|damage} shows, so {believe|trust} the evidence, not the {hunch|first guess}',
    ],
    use: [
      'each one that is {understood|explained} teaches how the program really works',
      'finding them early is {cheap|easy}; finding them after release costs {trust|money} and sleep',
      'a test for every one that was {found|fixed} keeps it from {coming back|returning}',
    ],
    example: [
      'a loop that runs one time too {often|many} {reads|looks} past the end of a list',
      'a date works all year and {fails|breaks} on the 29th of February',
      'a program adds "2" and "3" as text and gets 23',
    ],
    likeness: [
      'a wrong turn in the directions, so everybody ends up at the wrong {house|party}',
      'a pea under the mattress: small, but you notice',
      'a typo in a recipe that says salt instead of sugar',
    ],
  },
  {
    names: ['regular expression', 'regex', 'regexp'],
    one: 'a regular expression',
    all: 'regular expressions',
    keywords: ['Pattern', 'text', 'matching', 'searching', 'replacing', 'compact'],
    definition: [
      'a regular expression is a pattern that {describes|stands for} a set of texts, used to find, check or replace parts of a text',
      'a regular expression, or regex, is a {compact|tiny} language for {saying|describing} what a piece of text looks like',
      'a regular expression {tells|shows} a program which {texts|strings} {match|fit} and which do not',
    ],
    detail: [
      'letters stand for themselves, \\d for a digit, + for “one or more”, and parentheses mark parts to {keep|use again}',
      'badly built ones can take {ages|extremely long} on certain input, so {keep|leave} them simple and bounded',
      'they {cannot|are not able to} follow nested structures well, which is why HTML and JSON {need|call for} a parser',
    ],
    use: [
      'one line {replaces|does} what would be {a page|dozens of lines} of comparing {characters|letters}',
      'editors, shells and almost all languages {know|understand} them',
      'they {clean|check} input {quickly|well}: dates, {codes|numbers}, lines of a log',
    ],
    example: [
      '\\d{4}-\\d{2}-\\d{2} matches dates such as 2026-11-20',
      'replacing \\s+ by a single space {tidies|cleans} a text full of gaps',
      '^ERROR finds all the lines of a log that start with that word',
    ],
    likeness: [
      'a stencil you lay over a text to see where it fits',
      'a game of “find all words that start with b and end with t”',
      'a sieve with holes of a very special shape',
    ],
  },
  {
    names: ['class', 'object-oriented programming', 'OOP', 'object', 'object oriented'],
    one: 'a class',
    all: 'classes',
    keywords: ['Blueprint', 'objects', 'methods', 'fields', 'encapsulation', 'inheritance'],
    definition: [
      'a class is a {plan|blueprint} for objects: it says what data they {hold|have} and what they can do',
      'a class {describes|defines} a kind of object, and each object {made|built} from it has its own values',
      'a class {bundles|ties together} data and the functions that work on that data',
    ],
    detail: [
      'its functions are called methods, its values fields, and a constructor {prepares|sets up} each new object',
      'one class can {extend|inherit from} another, though {combining|composing} small ones is often {simpler|better}',
      'private fields keep the outside from {depending|relying} on how it works inside',
    ],
    use: [
      'it {keeps|holds} what belongs together in one place, behind {a few|well-chosen} methods',
      'the inside can be {changed|rewritten} without {touching|breaking} the code that uses it',
      'it gives a {program|project} words from the world it is about: {Order, Customer, Invoice|Player, Board, Move}',
    ],
    example: [
      'new OpenAI() {makes|creates} an object that {holds|keeps} your key and offers methods for each endpoint',
      'a class Account has a balance and the methods deposit and withdraw',
      'a game makes a hundred enemies from one class Enemy',
    ],
    likeness: [
      'a cookie cutter: one shape, many cookies',
      'the plan of a house from which a whole street is built',
      'a form that each child fills in differently',
    ],
  },
  {
    names: ['code review', 'pull request'],
    one: 'a code review',
    all: 'code reviews',
    keywords: ['Reading', 'questions', 'quality', 'learning', 'teamwork', 'approval'],
    definition: [
      'a code review is when {a colleague|somebody else} reads a change before it becomes part of a program',
      'a code review is a second {look|pair of eyes} on code, to {find|catch} mistakes and {make|keep} it clear',
      'a code review {lets|has} another programmer {question|check} a change before it is merged',
    ],
    detail: [
      'the change is {usually|mostly} proposed as a pull request, with a {reason|description} and its tests',
      'small changes get {good|careful} reviews, huge ones get a {tired|hasty} nod',
      'the tone matters: comments are about the code, never about the {person|author}',
    ],
    use: [
      'knowledge {spreads|travels}, so that no part of a program is known to one person {only|alone}',
      'it finds what tests cannot: {unclear|misleading} names, {missing|forgotten} cases, needless {detours|cleverness}',
      'both sides {learn|improve}, the author from questions and the reviewer from {new|other} ideas',
    ],
    example: [
      'a reviewer asks what happens when the list is empty, and a bug is {found|gone}',
      'a newcomer’s first change is read by two people who {explain|show} the house rules',
      'a {name|function} like doStuff is renamed before anyone has to {guess|wonder}',
    ],
    likeness: [
      'having a friend read your letter before you post it',
      'showing your sum to a neighbour before you hand it in',
      'two cooks tasting the same soup',
    ],
  },
];

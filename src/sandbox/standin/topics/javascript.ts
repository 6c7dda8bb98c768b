import type { Topic } from './topic.ts';

/** Languages, and what JavaScript programmers meet every day. */
export const javascript: readonly Topic[] = [
  {
    names: ['JavaScript', 'JS', 'ECMAScript'],
    one: 'JavaScript',
    all: 'JavaScript',
    keywords: ['Browsers', 'scripting', 'dynamic', 'events', 'everywhere', 'Node.js'],
    definition: [
      'JavaScript is the programming language that {every|each} web browser {understands|can run} and that also runs on servers',
      'JavaScript is a {flexible|dynamic} programming language, made for web pages and {today|by now} used almost everywhere',
      'JavaScript {brings|gives} web pages {life|behaviour}: it {reacts|responds} to clicks, changes pages and {calls|talks to} servers',
    ],
    detail: [
      'values have types, variables do not, so mistakes {show|appear} only when the program runs',
      'it does one thing at a time and uses an event loop to {wait|keep waiting} for many things at once',
      'its standard is called ECMAScript and {grows|gets new features} a little every year',
    ],
    use: [
      'one language {serves|is enough} for the page, the server and {many|most} tools around them',
      'a {browser|text editor} is all you need to {start|try it}',
      'its package registry is the {largest|biggest} of all, so few problems have to be solved from {scratch|nothing}',
    ],
    example: [
      'button.onclick = () => alert("Hello") makes a button {speak|greet}',
      'a form {checks|tests} an email address before it is sent',
      'a Node.js script of ten lines asks a language model and {prints|shows} its answer',
    ],
    likeness: [
      'the strings of a puppet: without them the page just stands there',
      'the electricity in a toy house that makes lamps and bells work',
      'a language spoken in every country of the {internet|web}',
    ],
  },
  {
    names: ['TypeScript', 'TS', 'static typing', 'type system'],
    one: 'TypeScript',
    all: 'TypeScript',
    keywords: ['Types', 'JavaScript', 'checking', 'editors', 'safety', 'compiled'],
    definition: [
      'TypeScript is JavaScript with types: you {say|note} what kind of value each thing is, and a compiler checks it',
      'TypeScript {adds|brings} a {checker|type system} to JavaScript that finds many mistakes before a program runs',
      'TypeScript is a language {built|based} on JavaScript whose types {vanish|disappear} once they have been checked',
    ],
    detail: [
      'every JavaScript program is {nearly|almost} a TypeScript program, so a project can {move|change} over file by file',
      'types are often inferred, so you write {fewer|less} of them than you might {expect|fear}',
      'they are {erased|removed} before running, so data from outside still has to be {checked|validated}',
    ],
    use: [
      'editors can {complete|suggest} names, {explain|show} what a function expects and rename things {safely|everywhere}',
      'a misspelt {field|name} or a forgotten null is {found|caught} while you type',
      'types {tell|remind} the next reader what the data {look|looks} like, and they cannot go {stale|out of date}',
    ],
    example: [
      'function double(n: number) refuses the call double("two") before anything runs',
      'the editor lists every field of a response as soon as you type a dot',
      'const port: number = "80" is an error at once, not at midnight in production',
    ],
    likeness: [
      'a puzzle whose pieces only fit where they belong',
      'labels on storage boxes, with someone who checks them',
      'a spell checker for programs',
    ],
  },
  {
    names: ['Python'],
    one: 'Python',
    all: 'Python',
    keywords: ['Readable', 'scripting', 'data', 'science', 'beginners', 'libraries'],
    definition: [
      'Python is a programming language that {values|prizes} {readable|clear} code and is used for {science, scripts and web servers|data, automation and the web}',
      'Python is a {friendly|popular} programming language in which indentation, not brackets, {shows|marks} what belongs together',
      'Python is a general-purpose language that is {easy|quick} to learn and {comes|arrives} with libraries for almost anything',
    ],
    detail: [
      'it is interpreted and checks types {only|just} while running, though type hints can be {added|written}',
      'the heavy work of its {number|science} libraries is done in C, so it is {fast|quick} where it {counts|matters}',
      'packages come from PyPI and are {kept|held} apart for each project in virtual environments',
    ],
    use: [
      'most tools for data and machine learning {speak|use} it first',
      'a short script does in minutes what would be {hours|an afternoon} of {copying|clicking} by hand',
      'it is a {kind|gentle} first language, and one that {professionals|experts} keep using',
    ],
    example: [
      'print("Hello") is a complete program',
      'three lines {read|load} a CSV file and draw a {chart|curve} of it',
      'a biologist {counts|compares} genes with it without being a programmer',
    ],
    likeness: [
      'building bricks with {clear|simple} instructions and a very big box of extra parts',
      'a language that reads nearly like {English|a story}',
      'a pocket knife: small, and useful for almost everything',
    ],
  },
  {
    names: ['Node.js', 'Node', 'NodeJS', 'Deno', 'Bun'],
    one: 'Node.js',
    all: 'Node.js',
    keywords: ['JavaScript', 'servers', 'runtime', 'events', 'packages', 'tools'],
    definition: [
      'Node.js is a program that runs JavaScript outside the browser, on servers and on your own {computer|machine}',
      'Node.js is a runtime for JavaScript that {adds|brings} files, networks and processes to the language',
      'Node.js {takes|lifts} the JavaScript engine of Chrome out of the browser and {makes it|turns it into} a tool for servers and scripts',
    ],
    detail: [
      'it handles {many|thousands of} connections in one thread, because it never {sits|stands} waiting for any of them',
      'it comes with npm, which {installs|fetches} packages other people have written',
      'long calculations block everything else, so they {belong|go} into worker threads',
    ],
    use: [
      'people who know JavaScript can {write|build} servers and {tools|command-line programs} without a second language',
      'it {excels|shines} at programs that mostly wait: for databases, files and {APIs|other services}',
      'nearly every tool of {modern|today’s} web development {runs|is built} on it',
    ],
    example: [
      'node hello.js runs a file, and node on its own {lets|invites} you to try things line by line',
      'a chat server {keeps|holds} ten thousand open connections on a small machine',
      'this course itself is a Node.js program',
    ],
    likeness: [
      'taking an aquarium fish to the open sea: the same fish, much more {room|water}',
      'a waiter who serves twenty tables because he never stands still at one',
      'an engine taken out of a car and put into a boat',
    ],
  },
  {
    names: ['npm', 'package manager', 'package', 'npx', 'dependency'],
    one: 'a package manager',
    all: 'package managers',
    keywords: ['Install', 'versions', 'registry', 'scripts', 'sharing', 'lockfile'],
    definition: [
      'a package manager such as npm {fetches|installs} code that others have published and {keeps|holds} track of its versions',
      'a package manager {downloads|brings} the libraries a program {needs|depends on}, and the libraries those need',
      'a package manager like npm is the {tool|program} through which programmers {share|exchange} libraries',
    ],
    detail: [
      'package.json {says|lists} what is needed, and the lock file {records|notes} exactly which versions were installed',
      'versions have three numbers: the first {changes|rises} when something old {breaks|stops working}',
      'anyone can publish, so look at {who|what} you install as you would at {food|mushrooms}',
    ],
    use: [
      'solved problems stay solved: you {install|add} a library {instead of|rather than} writing it again',
      'one command gives {every|each} colleague the same versions',
      'updates and security {fixes|repairs} {arrive|come} with a single command',
    ],
    example: [
      'npm install openai adds OpenAI’s official library to a project',
      'npm test runs the tests of {any|almost any} project, whatever they are made with',
      'npm ci installs exactly what the lock file says, {nothing else|no more and no less}',
    ],
    likeness: [
      'a shop that delivers all parts of a toy, batteries included',
      'a library card for {programs|code}: borrow what others wrote',
      'a shopping helper with a very exact list',
    ],
  },
  {
    names: ['promise', 'JavaScript promise', 'Promise.all', 'future'],
    one: 'a promise',
    all: 'promises',
    keywords: ['Later', 'pending', 'fulfilled', 'rejected', 'await', 'then'],
    definition: [
      'a promise is an object that stands for a result that is not there yet but will {come|arrive} or fail later',
      'a promise is JavaScript’s {receipt|token} for work under way: it is pending first, then fulfilled or rejected',
      'a promise {represents|holds the place of} a future value, so that a program can go on {meanwhile|in the meantime}',
    ],
    detail: [
      'await {waits|pauses} until it is settled and gives its value, or throws its {error|reason}',
      'the work is already {running|under way} when you get one; waiting does not {start|begin} it',
      'Promise.all {waits|stands} for many and fails with the first failure, Promise.allSettled reports on each',
    ],
    use: [
      'it {replaces|ends} nests of callbacks by code that reads from top to bottom',
      'several can be under way together, so that waits {overlap|run side by side}',
      'errors {travel|flow} along it to one place where they are {handled|caught}',
    ],
    example: [
      'const answer = await fetch(url) {waits|pauses} for a server without {blocking|stopping} anything else',
      'Promise.all([a, b, c]) {gives|returns} three results after the slowest of the three',
      'client.responses.create(…) returns one, which is why its call is awaited',
    ],
    likeness: [
      'a pager in a restaurant: it buzzes when your food is ready',
      'a cloakroom ticket for a coat that is still being made',
      'a friend’s “I will bring it tomorrow”: it may come, or an excuse may come',
    ],
  },
  {
    names: [
      'async/await',
      'async',
      'await',
      'asynchronous',
      'asynchronous programming',
      'async function',
    ],
    one: 'async/await',
    all: 'async/await',
    keywords: ['Waiting', 'readable', 'promises', 'pausing', 'functions', 'overlap'],
    definition: [
      'async/await is a way to write code that waits for slow things as if it {ran|went} straight from top to bottom',
      'async/await lets a function {pause|stop} at a slow call and {continue|go on} when the result is there, {while|and meanwhile} the rest of the program {runs|works} on',
      'async/await is a pair of keywords: async marks a function that {returns|gives} a promise, await {waits|pauses} for one',
    ],
    detail: [
      'during an await the event loop is free to {serve|do} other {work|tasks}; only this function stands still',
      'errors can be caught with try and catch, as in {ordinary|other} code',
      'two awaits in a row run one after the other; start both first when they do not {need|depend on} each other',
    ],
    use: [
      'it keeps code {readable|clear} that would be a {tangle|nest} of callbacks otherwise',
      'it lets a single thread {wait for|look after} {thousands|hundreds} of slow {calls|requests} together',
      'nearly every modern {library|API} for {networks|files} and databases is made for it',
    ],
    example: [
      'const response = await client.responses.create({ model, input }) waits for the answer of a model',
      'await Promise.all(urls.map(load)) loads many pages together',
      'an async function that reads a file returns a promise of its text',
    ],
    likeness: [
      'putting a bookmark in a book when the doorbell rings, and reading on afterwards',
      'a cook who sets a timer and chops onions until it rings',
      'playing while the bath fills, instead of watching the water',
    ],
  },
  {
    names: ['event loop', 'non-blocking'],
    one: 'the event loop',
    all: 'the event loop',
    keywords: ['Queue', 'tasks', 'callbacks', 'single-threaded', 'waiting', 'turns'],
    definition: [
      'the event loop is the part of a JavaScript runtime that takes waiting tasks {one by one|in turn} and runs each to its end',
      'the event loop {decides|determines} which piece of a program runs next, when an answer, a timer or a click has {arrived|come in}',
      'the event loop lets a single thread {serve|handle} many things, by {never|not} standing still while something is slow',
    ],
    detail: [
      'slow work such as network calls is {done|carried} by the system, which {puts|adds} a task in the queue when it is ready',
      'a long calculation blocks it: until it ends, {no|not one} timer, click or answer gets its turn',
      'promises that are settled come {first|before timers}, in a queue of their own',
    ],
    use: [
      'knowing it {explains|shows} why one {heavy|greedy} loop can freeze a {page|server}',
      'it {spares|saves} programmers most of the {locks|worries} that threads bring, as only one thing runs at a time',
      'it makes servers that mostly wait very {cheap|light} to run',
    ],
    example: [
      'setTimeout(f, 0) runs f not now but after the {current|present} task is finished',
      'a server {answers|serves} one visitor while it waits for another’s database query',
      'console.log after an await runs in a later turn',
    ],
    likeness: [
      'a teacher who answers raised hands one after another',
      'a chess master playing twenty boards: one move here, then the next board',
      'a post office clerk with one window and a row of numbered tickets',
    ],
  },
];

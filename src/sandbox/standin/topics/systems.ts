import type { Topic } from './topic.ts';

/** Machines, and programs running on them. */
export const systems: readonly Topic[] = [
  {
    names: ['process', 'operating system process', 'OS process'],
    one: 'a process',
    all: 'processes',
    keywords: ['Running', 'program', 'memory', 'isolation', 'system', 'exit'],
    definition: [
      'a process is a program that is {running|being run}, with memory of its own that no other process can {touch|read}',
      'a process is what the operating system {makes|creates} when it {starts|launches} a program: code, memory and open files together',
      'a process is one {running|live} copy of a program, {separated|kept apart} from all others by the operating system',
    ],
    detail: [
      'it has a number, {gets|receives} environment variables from its {parent|starter} and {ends|finishes} with an exit code, 0 for success',
      'the system {switches|moves} between many of them so {quickly|often} that they seem to run at once',
      'it may {hold|contain} several threads, which do share its memory',
    ],
    use: [
      'when one {crashes|fails}, the others {carry on|are not harmed|work on}',
      'the system can {limit|measure} and {stop|end} each of them on its own',
      'several of them let a program {use|employ} all the cores of a machine',
    ],
    example: [
      'each tab of a browser {usually|often} has one of its own, so one bad page does not {take|pull} down the rest',
      'node server.js starts one, and Ctrl-C {ends|stops} it',
      'a web server runs eight of them on a machine with eight cores',
    ],
    likeness: [
      'a child building in its own sandbox, with its own toys',
      'a cook with a kitchen of his own',
      'one flat in a big house: its own door, its own things',
    ],
  },
  {
    names: ['thread', 'multithreading', 'worker thread'],
    one: 'a thread',
    all: 'threads',
    keywords: ['Execution', 'parallel', 'shared', 'memory', 'locks', 'cores'],
    definition: [
      'a thread is a {line|strand} of execution {inside|within} a process; {several|many} of them share its memory and can run {at the same time|side by side}',
      'a thread is one of the {sequences|streams} of {steps|instructions} that a program {carries out|follows}, {possibly|perhaps} beside others',
      'a thread lets one program do {several|different} things at once on {several|different} cores of a processor',
    ],
    detail: [
      'as they share memory, two of them {may|can} change the same value at once, which locks have to {prevent|rule out}',
      'the operating system {decides|chooses} when each of them runs, so their order {changes|differs} from run to run',
      'each one {costs|needs} some memory, so programs keep a pool of them and use them again',
    ],
    use: [
      'heavy calculations are {finished|done} sooner when they are {split|divided} over all cores',
      'a window stays {responsive|alive} while another thread {works|loads a file}',
      'they are {lighter|cheaper} than processes and {exchange|share} data without copying it',
    ],
    example: [
      'a photo program {filters|improves} the four quarters of a picture on four cores',
      'a music player {plays|goes on} while you search for the next song',
      'Node.js uses worker threads for {long|heavy} calculations, so that the event loop stays free',
    ],
    likeness: [
      'several cooks in one kitchen who share the pots',
      'two children colouring the same big picture, who must not grab the same crayon',
      'many hands on one {jigsaw|puzzle}',
    ],
  },
  {
    names: ['container', 'Docker', 'Docker container', 'containerization', 'Kubernetes'],
    one: 'a container',
    all: 'containers',
    keywords: ['Package', 'isolated', 'image', 'portable', 'repeatable', 'light'],
    definition: [
      'a container is a {running|live} program packed together with everything it needs and {kept apart|isolated} from the rest of the machine',
      'a container {wraps|packs} a program and its libraries so that it runs the same way on every {machine|computer}; Docker made the idea {popular|famous}',
      'a container is a {light|lightweight} {box|shell} for a program: its own files and network, but the {host’s|machine’s} own kernel',
    ],
    detail: [
      'it is {started|made} from an image, which a Dockerfile {describes|builds} step by step',
      'it shares the kernel with its host, so it starts in {a second|moments} and needs far less than a virtual machine',
      'what it writes is {lost|gone} when it is removed, unless it is kept in a volume',
    ],
    use: [
      '“it works on my machine” becomes {true|“it works”} for {everyone|every machine}',
      'an {old|odd} program and a {new|modern} one can live side by side without {quarrelling|fighting} over versions',
      'systems like Kubernetes can start, {move|restart} and multiply it by themselves',
    ],
    example: [
      'docker run postgres {starts|gives you} a database without installing one',
      'a team {tests|builds} in the same image that later runs at the customer’s',
      'a shop runs two copies at night and fifty on {Black Friday|sale days}',
    ],
    likeness: [
      'a lunch box: everything for the meal is inside, wherever you open it',
      'a caravan that brings its own kitchen and beds',
      'a terrarium: a small world behind glass',
    ],
  },
  {
    names: ['Linux', 'operating system', 'Unix'],
    one: 'Linux',
    all: 'Linux',
    keywords: ['Kernel', 'files', 'processes', 'shell', 'drivers', 'open'],
    definition: [
      'Linux is a free operating system, the {program|software} that runs {a machine|a computer} and lets all other programs share it',
      'Linux is an open operating system kernel that {drives|runs} most servers, all Android phones and many {small devices|gadgets}',
      'Linux is an operating system that anyone may {use|run}, read, change and {pass on|share}',
    ],
    detail: [
      'the kernel {manages|looks after} memory, processes, files and devices; a distribution adds the programs around it',
      'much is done in the shell, where small commands are {joined|connected} by pipes',
      'it treats {almost everything|most things} as a file, with an owner and permissions',
    ],
    use: [
      'most servers on the internet run it, so what you learn there {is useful|pays} for {decades|a long time}',
      'it can be {trimmed|cut} to fit a watch or {grown|scaled} to fill a supercomputer',
      'being open, it can be {checked|studied} and repaired by {anyone|everyone} who needs to',
    ],
    example: [
      'ls | wc -l counts the files in a folder by joining two small commands',
      'a rented server in the cloud usually {starts|greets you} with Ubuntu or Debian',
      'your {television|router} may well be running it without {telling|showing} you',
    ],
    likeness: [
      'a caretaker who decides who may use which room and when',
      'the foundations of a house that nobody sees but everybody stands on',
      'a head chef who tells every cook which stove to use',
    ],
  },
  {
    names: ['server', 'web server', 'backend', 'client and server', 'client-server'],
    one: 'a server',
    all: 'servers',
    keywords: ['Waiting', 'requests', 'answers', 'service', 'network', 'shared'],
    definition: [
      'a server is a program, or the machine it runs on, that waits for requests from other programs and {answers|serves} them',
      'a server {offers|provides} a service over a network; those who {use|ask for} it are called clients',
      'a server is the {side|part} of a connection that is always {there|on} and {answers|responds}, whoever asks',
    ],
    detail: [
      'it listens on a port, takes a request, does its work and sends a response, {thousands|hundreds} of times a second',
      'the same machine may be client and server: it answers {you|a browser} and asks a database itself',
      'many copies can share the work behind one {name|address}',
    ],
    use: [
      'data and rules {live|stay} in one place, safe from {changes|tampering} by those who use them',
      'phones and browsers can stay {small|simple}, because the heavy work is done elsewhere',
      'secrets such as API keys {belong|stay} there and never in a {page|browser}',
    ],
    example: [
      'when you open a page, a server somewhere {finds|prepares} it and sends it to your browser',
      'a game server {knows|keeps} where every player is and tells the others',
      'course sandbox starts a small one on your own machine',
    ],
    likeness: [
      'a kitchen that cooks whatever the tables order',
      'a librarian behind a counter who fetches what you ask for',
      'a fountain in the square where everyone can fill a cup',
    ],
  },
  {
    names: ['cloud', 'cloud computing', 'AWS', 'Azure', 'serverless'],
    one: 'cloud computing',
    all: 'the cloud',
    keywords: ['Renting', 'machines', 'elastic', 'remote', 'services', 'billing'],
    definition: [
      'cloud computing means renting machines, storage and services over the internet {instead of|rather than} {owning|buying} them',
      'cloud computing is the use of somebody else’s {computers|data centres}, by the {hour|second} and over the network',
      'cloud computing {offers|provides} computing power like electricity: from a {socket|plug}, paid by what you {use|consume}',
    ],
    detail: [
      'you ask an API for a machine, and {minutes|moments} later it is running in a data centre {far away|somewhere}',
      'you can rent bare machines, {ready|finished} databases or just the running of one function',
      'the bill {grows|rises} with use, so limits and alarms are part of the {job|plan}',
    ],
    use: [
      'a {small|young} team gets in an hour what once took months and a {loan|fortune}',
      'capacity {follows|matches} demand: more on a busy {Friday|evening}, less at night',
      'repairs, power and {buildings|cooling} are somebody else’s {care|problem}',
    ],
    example: [
      'a film studio rents ten thousand {cores|machines} for one night',
      'a photo app keeps its pictures in object storage and never buys a disk',
      'a function runs only when a file {arrives|is uploaded} and costs nothing otherwise',
    ],
    likeness: [
      'taking a bus instead of buying one',
      'borrowing toys from a toy library',
      'water from the tap instead of a well of your own',
    ],
  },
  {
    names: ['latency', 'response time', 'time to first token', 'TTFT', 'throughput', 'bandwidth'],
    one: 'latency',
    all: 'latency',
    keywords: ['Delay', 'waiting', 'distance', 'milliseconds', 'percentiles', 'responsiveness'],
    definition: [
      'latency is the time between {asking|a request} and the {beginning|arrival} of the answer',
      'latency {measures|is} how long one thing takes, while throughput {counts|says} how many get done {in a second|per second}',
      'latency is the {delay|wait} that a user {feels|notices} between an action and its effect',
    ],
    detail: [
      'it adds up from distance, queues and work: light alone needs {tens of|some fifty} milliseconds to cross an ocean and return',
      'averages {hide|conceal} the bad cases, so people look at percentiles: p95 is what nineteen in twenty requests {beat|stay below}',
      'with language models, the time to the first token and the time to the last are {worth|best} measured apart',
    ],
    use: [
      'people {leave|give up on} slow pages, and every step that waits for another {adds|piles} up',
      'measuring it shows whether to {stream|cache}, to {move|come} closer or to do {less|fewer things} in a row',
      'it is what {tells|separates} a {lively|pleasant} program from a {sluggish|tiring} one, however much it can do',
    ],
    example: [
      'a model that {starts|begins} after 400 milliseconds {feels|seems} quick even if the whole answer takes eight seconds',
      'a game with 200 milliseconds shows your shot after the target has moved',
      'a cache near the reader cuts a page from 300 milliseconds to 20',
    ],
    likeness: [
      'the moment between throwing a stone into a well and hearing the splash',
      'the time a letter is under way, not the number of letters in the bag',
      'the pause before an echo',
    ],
  },
  {
    names: ['load balancer', 'load balancing', 'reverse proxy', 'proxy'],
    one: 'a load balancer',
    all: 'load balancers',
    keywords: ['Sharing', 'requests', 'servers', 'health', 'scaling', 'routing'],
    definition: [
      'a load balancer {spreads|distributes} incoming requests over several servers, so that none of them has too much to do',
      'a load balancer stands in front of a {group|row} of servers and {sends|hands} each request to one that is {free|healthy}',
      'a load balancer {makes|lets} many machines look like {one|a single} {server|address}',
    ],
    detail: [
      'it {takes|picks} them in turn or chooses the least busy, and {leaves out|skips} those that fail a health check',
      'it often ends the HTTPS connection, too, and keeps {slow|rude} clients away from the servers',
      'servers behind it should {keep|hold} nothing a user needs next time, because that request may go {elsewhere|to another}',
    ],
    use: [
      'a machine can fail or be updated without {anybody|a visitor} noticing',
      'more visitors are {met|served} by adding machines, not by buying {a giant|one enormous machine}',
      'it is a {good|natural} place for rate limits, {certificates|encryption} and logs',
    ],
    example: [
      'a news site runs forty web servers behind one address',
      'one of three servers stops answering and gets no {more|further} requests until it has recovered',
      'a new version is given five percent of the traffic first',
    ],
    likeness: [
      'a head waiter who leads each guest to a table with a free waiter',
      'a teacher who hands out the work so that every child has about the same',
      'someone at the slide who sends each child to the shortest line',
    ],
  },
  {
    names: ['environment variable', '.env', 'env file', 'dotenv', 'env variable'],
    one: 'an environment variable',
    all: 'environment variables',
    keywords: ['Settings', 'outside', 'names', 'secrets', 'process', 'configuration'],
    definition: [
      'an environment variable is a named {setting|value} that a program receives from {outside|the system} when it starts',
      'an environment variable {hands|passes} a setting or a secret to a program without {writing|putting} it into the code',
      'an environment variable is a {pair|couple} of name and text that every process {inherits|gets} from the one that started it',
    ],
    detail: [
      'a file called .env lists them for one {project|folder} and must not be {committed|checked in} to version control',
      'in Node.js they are read from process.env, and they are always text, {even|also} when they look like numbers',
      'they are read when the program starts, so a change {needs|takes} a restart',
    ],
    use: [
      'the same code runs on a laptop, in tests and in production with {different|other} settings',
      'keys and passwords {stay|are kept} out of the source and its history',
      'whoever runs a program can {adjust|set} it without {changing|reading} it',
    ],
    example: [
      'OPENAI_API_KEY tells the official library which key to {use|send}',
      'PORT=8080 node server.js starts a server on another port',
      'NO_COLOR=1 asks command-line programs to print without colours',
    ],
    likeness: [
      'a note handed to the babysitter at the door',
      'the weather report before an outing: the same trip, other clothes',
      'a secret whispered at the start of a game',
    ],
  },
];

import type { Topic } from './topic.ts';

/** Many calls at once, limits, and what to do when a call fails. */
export const reliability: readonly Topic[] = [
  {
    names: [
      'concurrency',
      'concurrent call',
      'concurrent request',
      'concurrently',
      'parallel call',
      'parallel request',
      'in parallel',
      'parallelism',
      'asynchronous call',
      'async call',
      'fan-out',
    ],
    one: 'concurrency',
    all: 'concurrency',
    keywords: ['Overlapping', 'waiting', 'faster', 'together', 'bounded', 'calls'],
    definition: [
      'concurrency means {having|keeping} several {calls|tasks|requests} under way at the same time {instead of|rather than} {finishing|waiting for} each before {starting|beginning} the next',
      'concurrency lets a program {start|begin|launch} a second {request|call|task} while it is still {waiting for|expecting} the {answer to|result of} the first',
      'concurrency is the {art|practice|habit} of {letting waits overlap|overlapping waits}, so that ten calls {take|need} little {longer|more time} than the {slowest|longest} one',
    ],
    detail: [
      'a model call is almost all {waiting|idle time}, and a program can wait for {many|dozens of} answers {at no extra cost|as easily as for one}',
      'Promise.all {starts|waits for} everything {at once|together}, Promise.allSettled also {keeps|returns} the {good|successful} results when one call fails, and a limit {caps|bounds} how many run',
      'the {gain|speed-up} is {bounded|limited} by the slowest call, by your rate limit and by how many calls you {allow|permit} at a time',
    ],
    use: [
      'making calls concurrently {shortens|cuts} the total wait from the sum of all calls to {roughly|about} the {longest|slowest} one',
      'it lets one {program|server} {serve|answer} many {people|users} while each of them {waits|is waiting} for a model',
      'work on {hundreds|a pile} of documents {finishes|is done} in {minutes|moments} that would otherwise {take|fill} {hours|an afternoon}',
    ],
    example: [
      'eight calls of two seconds take {sixteen|16} seconds one after another and {about|little more than} two at once',
      'a travel site asks {twelve|several} airlines {together|at once} and shows the offers as they {arrive|come in}',
      'a script {sums up|translates} a hundred letters with {five|eight} calls in flight at any {time|moment}',
    ],
    likeness: [
      'cooking: while the water heats you already cut the {carrots|vegetables}',
      'sending {all your|ten} friends to fetch one thing each instead of {running|going} ten times yourself',
      'a juggler with {many|several} balls in the air and {only|just} two hands',
    ],
    haiku: ['Ten pots on the stove:', 'while the first begins to sing', 'nine are warming up.'],
  },
  {
    names: [
      'rate limit',
      'rate limiting',
      'API rate limit',
      'RPM',
      'TPM',
      'too many requests',
      '429',
    ],
    one: 'a rate limit',
    all: 'rate limits',
    keywords: ['Cap', 'requests', 'tokens', 'minute', 'fairness', 'waiting'],
    definition: [
      'a rate limit is the {number|amount} of requests or tokens that {a service|an API} {accepts|allows} from you in a {given|certain} time, {usually|mostly} a minute',
      'a rate limit {caps|bounds|restricts} how {fast|often} a {client|program|customer} may call {a service|an API}',
      'a rate limit is a {speed limit|ceiling} for requests: {beyond|above} it, the server {refuses|turns away} calls for a {while|moment} with status 429',
    ],
    detail: [
      'OpenAI counts requests {per|a} minute and tokens {per|a} minute {separately|apart}, and {whichever|the one that} runs out first {stops|holds} you',
      'response headers {tell|report} how much is {left|remaining} and when it {refills|is full again}, so a program can slow down {in time|by itself}',
      'the {cure|remedy} is to wait, {preferably|ideally} as long as the retry-after header {says|asks}, and to send {less|fewer calls} at once',
    ],
    use: [
      'it {keeps|stops} one {busy|greedy} customer from {slowing down|crowding out} all the others',
      'it protects you, too: a {runaway|faulty} loop {hits|reaches} the limit before it {empties|drains} your account',
      'knowing yours {tells|shows} you how many calls to {make|run} at a time without {errors|being refused}',
    ],
    example: [
      'with 60 requests a minute, a {burst|batch} of 100 calls leaves {about|roughly} 40 that are {refused|turned away} with 429',
      'a script {reads|sees} x-ratelimit-remaining-requests: 2 and {pauses|slows down} until the minute is over',
      'a new account {starts|begins} with {low|small} limits, which {rise|grow} as it pays its {first|monthly} bills',
    ],
    likeness: [
      'a turnstile that lets only so many people {in|through} each minute',
      'a rule that each child may take {two|three} sweets a day from the {jar|bowl}',
      'a {tap|pipe} that only lets so much water through',
    ],
    haiku: [
      'Sixty knocks are heard;',
      'the next one finds a closed door.',
      'Wait, then knock again.',
    ],
  },
  {
    names: ['retry', 'retries', 'retrying', 'automatic retry', 'retry failed request'],
    one: 'a retry',
    all: 'retries',
    keywords: ['Again', 'later', 'patiently', 'limited', 'safely', 'automatic'],
    definition: [
      'a retry is {another|a second} attempt at a {request|call} that {failed|went wrong} for a reason that may {pass|go away}',
      'a retry {sends|makes} the same {request|call} again after a {pause|wait}, {hoping|betting} that the {trouble|fault} was {brief|temporary}',
      'a retry is a program’s way to {get over|survive} {short|passing} failures {such as|like} a full server or a {dropped|lost} connection',
    ],
    detail: [
      'it {makes sense|pays} for 429, 408 and 5xx answers and for lost connections, {not|never} for a wrong key or a {malformed|mistaken} request, which {fail|end} the same way each time',
      'the official client {does it|tries again} twice by itself; {set|choose} maxRetries to {change|alter} that',
      'each attempt waits longer than the {one before|last}, {with|plus} a little chance, and after a few the program {gives up|stops} and {says so|reports it}',
    ],
    use: [
      'it {hides|absorbs} the {small|everyday} hiccups of {a network|the internet} from the people who use your program',
      'it {turns|makes} a service that is {reachable|fine} 99 percent of the time into one that {seems|looks} {always there|perfect}',
      'long jobs {survive|outlive} a {brief|short} failure {instead of|rather than} starting {over|from the beginning}',
    ],
    example: [
      'the first call gets a 503, the program waits a second, and the second call {succeeds|works}',
      'a payment is {sent|tried} again with the {same|identical} idempotency key, so it is {booked|made} only once',
      'a script {meets|gets} a 429 with retry-after: 2, {waits|sleeps} two seconds and {carries on|goes on}',
    ],
    likeness: [
      'ringing again when the line was {busy|engaged}, but not {every second|without a break}',
      'pulling a stuck drawer once more, a little {later|more gently}',
      'knocking again because nobody heard you the first time',
    ],
  },
  {
    names: ['exponential backoff', 'backoff', 'back-off', 'exponential back-off'],
    one: 'exponential backoff',
    all: 'exponential backoff',
    keywords: ['Doubling', 'waits', 'retries', 'relief', 'patience', 'capped'],
    definition: [
      'exponential backoff is a {rule|strategy} for retries: after each failure the {pause|wait} before the next {try|attempt} {doubles|grows by a factor}',
      'exponential backoff means {waiting|pausing} one second, then two, then four, {and so on|and on it goes}, between {attempts|tries}',
      'exponential backoff {spaces|spreads} repeated attempts {further and further|ever further} apart, so that {a struggling|an overloaded} server gets {room|time} to {recover|breathe}',
    ],
    detail: [
      'the wait is {capped|limited}, {say|for instance} at a minute, and a {small|little} random part is added so that clients do not {return|knock} in step',
      'when the server {names|states} a time in retry-after, that {goes first|counts} and the {calculated|computed} wait is {ignored|dropped}',
      'the {first|early} waits are short because most {faults|failures} {pass|are over} quickly, the {later|last} ones long because the rest {do|are} not',
    ],
    use: [
      'it {prevents|avoids} that thousands of {impatient|eager} clients keep a {weak|stumbling} service {down|on its knees}',
      'it {finds|hits} a {good|fair} balance between {hurrying|trying soon} and {patience|being polite} without knowing how long a fault {lasts|will last}',
      'it {needs|takes} only a few lines and {works|helps} with {every|any} kind of {remote|network} service',
    ],
    example: [
      'attempts at 0, 1, 3, 7 and 15 seconds {reach|find} a server that was {away|down} for ten',
      'a phone {looks|searches} for its network {at once|immediately}, then after two seconds, four, eight, to {save|spare} its battery',
      'five retries starting with half a second {cover|bridge} {about|roughly} fifteen seconds in {all|total}',
    ],
    likeness: [
      'asking “Are we there yet?” after one minute, then two, then four',
      'knocking on a {neighbour’s|friend’s} door and {staying away|waiting} longer after each try',
      'steps that get {longer and longer|twice as long each time}',
    ],
  },
  {
    names: ['jitter', 'random jitter'],
    one: 'jitter',
    all: 'jitter',
    keywords: ['Random', 'spread', 'timing', 'crowds', 'retries', 'smoothing'],
    definition: [
      'jitter is a {small|little} random {amount|share} added to a wait, so that many {clients|programs} do not {act|try again} at the same {moment|instant}',
      'jitter {spreads|scatters} retries over time by {making|choosing} each wait a {little|bit} longer or shorter {at random|by chance}',
      'jitter means {deliberately|intentionally} {uneven|irregular} timing that {keeps|stops} {machines|clients} from {marching|moving} in step',
    ],
    detail: [
      'without it, all clients that {failed|were refused} together {wait|pause} equally long and {fail|collide} together again',
      'a quarter of the wait is {common|usual}; {full|total} jitter picks {any|some} moment between now and the {whole|longest} wait',
      'it {goes|works} together with exponential backoff: one makes waits {longer|grow}, the other makes them {different|uneven}',
    ],
    use: [
      'it turns a {stampede|crowd} of retries into a {trickle|steady flow} that a server can {digest|handle}',
      'it {costs|needs} one random number and {prevents|saves} you from repeated {traffic jams|collisions}',
      'it also {helps|works} for {caches|timers} and nightly jobs that would otherwise all {start|expire} at once',
    ],
    example: [
      'instead of exactly four seconds, one client waits 3.6 and another 4.3',
      'a thousand devices {fetch|load} their update at a random minute of the night, {not|rather than} all at {midnight|two}',
      'a cache keeps entries for 55 to 65 minutes, so they do not all {expire|end} together',
    ],
    likeness: [
      'children leaving a {room|bus} one by one instead of all {squeezing|rushing} through the door',
      'friends who {agree|promise} to ring at {slightly|somewhat} different times so the line is free',
      'raindrops that do not all fall at {once|the same time}',
    ],
  },
  {
    names: ['timeout', 'time-out', 'request timeout'],
    one: 'a timeout',
    all: 'timeouts',
    keywords: ['Limit', 'waiting', 'abort', 'patience', 'deadline', 'recovery'],
    definition: [
      'a timeout is the longest time a program {waits|is willing to wait} for an answer before it {gives up|stops waiting}',
      'a timeout {ends|cuts off} a {call|wait} that takes {too long|longer than agreed}',
      'a timeout is a {deadline|time limit} for {one|a single} operation, after which it {counts|is treated} as failed',
    ],
    detail: [
      'it says nothing about the {other side|server}, which may {still|yet} be {working|busy}; only your {patience|waiting} is over',
      'a timed-out request is often {retried|sent again}, so the worst case is the timeout times the number of {attempts|tries}',
      'with a stream it is {useful|wise} to limit the silence between two {pieces|chunks} {as well|too}, not only the wait for the first',
    ],
    use: [
      'without one, a {dead|lost} connection can {hang|block} a program for {hours|ever}',
      'it lets you {tell|inform} people {soon|early} that something is wrong {instead of|rather than} showing an endless spinner',
      'it {frees|releases} memory and connections that {stuck|hanging} calls would {hold|occupy}',
    ],
    example: [
      'new OpenAI({ timeout: 30_000 }) gives each attempt 30 seconds, because Node counts in milliseconds',
      'a shop {shows|offers} “Please try again” after {ten|five} seconds without {word|an answer} from the bank',
      'a search page leaves out the {slow|late} partner that did not {answer|reply} within {300|500} milliseconds',
    ],
    likeness: [
      'waiting for a bus only until the {cocoa|tea} gets cold, then {walking|going home}',
      'an egg timer that says when {waiting|playing} is over',
      'hanging up after the tenth ring',
    ],
  },
  {
    names: ['idempotency', 'idempotent', 'idempotency key', 'idempotence'],
    one: 'idempotency',
    all: 'idempotency',
    keywords: ['Repeatable', 'safe', 'once', 'keys', 'retries', 'sameness'],
    definition: [
      'idempotency means that doing something {twice|several times} has the same {effect|result} as doing it once',
      'idempotency is the {property|quality} of a request that {may|can} be repeated {safely|without harm}',
      'idempotency {ensures|makes sure} that a repeated request does not {repeat|double} its {effect|consequences}',
    ],
    detail: [
      'GET, PUT and DELETE are meant to {have|offer} it, POST is not, {unless|except where} the caller adds a {unique|special} key',
      'the server {remembers|notes} the key with the first result and {returns|gives} that result {again|once more} for every repetition',
      'setting a value has it, {adding to|increasing} a value has not',
    ],
    use: [
      'it makes retries {safe|harmless}, because nobody can {know|tell} whether a lost {answer|reply} meant lost work',
      'it {saves|protects} people from being {charged|billed} twice after an {impatient|accidental} second click',
      'it lets {queues|systems} deliver a message {again|more than once} without {care|harm}',
    ],
    example: [
      'a payment with the same key {sent|posted} three times is {made|booked} once',
      '“set the light to on” can be {repeated|sent} at will, “switch the light” cannot',
      'deleting a file that is already {gone|deleted} {changes|harms} nothing',
    ],
    likeness: [
      'the {button|call button} of a lift: pressing it ten times brings the same lift',
      'closing a door that is {already|quite} shut',
      'putting on a hat you are already wearing: still {one|the same} hat',
    ],
  },
];

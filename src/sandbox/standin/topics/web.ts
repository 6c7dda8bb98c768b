import type { Topic } from './topic.ts';

/** How programs meet on the web. */
export const web: readonly Topic[] = [
  {
    names: ['HTTP', 'hypertext transfer protocol', 'HTTP request', 'HTTP protocol'],
    one: 'HTTP',
    all: 'HTTP',
    keywords: ['Requests', 'responses', 'methods', 'headers', 'statuses', 'web'],
    definition: [
      'HTTP is the {protocol|language} in which browsers and {servers|other programs} {ask for|request} and {deliver|return} things on the web',
      'HTTP is a set of rules for {requests|messages} and {responses|replies} between a client and a server',
      'HTTP, the hypertext transfer protocol, {carries|transports} {pages, images and data|everything you see} across the web',
    ],
    detail: [
      'a request has a method such as GET or POST, an address, headers and {perhaps|sometimes} a body; the response {adds|brings} a status code',
      'each request {stands alone|is independent}: the server {need not|does not have to} remember the one before',
      'the status {tells|says} how it went: 2xx {fine|well}, 4xx your {mistake|fault}, 5xx the server’s',
    ],
    use: [
      'nearly every {tool|language} speaks it, so {any|each} program can {talk|connect} to any service',
      'it is {simple|readable} enough to {try|test} by hand with curl',
      'caches, proxies and {load balancers|firewalls} {understand|know} it and can {help|work} along the way',
    ],
    example: [
      'GET /weather?city=Oslo is {answered|met} with 200 and a little JSON',
      'your browser {sends|makes} dozens of requests to {show|build} a single news page',
      'a call to a language model is a POST to /v1/responses',
    ],
    likeness: [
      'sending a letter and {getting|waiting for} a letter back, again and again',
      'asking at a counter: one question, one answer, next {please|person}',
      'ordering from a catalogue by {form|post}',
    ],
  },
  {
    names: ['HTTPS', 'TLS', 'SSL', 'secure HTTP'],
    one: 'HTTPS',
    all: 'HTTPS',
    keywords: ['Encrypted', 'verified', 'private', 'certificate', 'trusted', 'web'],
    definition: [
      'HTTPS is HTTP inside an encrypted connection, so that nobody {on the way|in between} can {read|see} or {change|alter} what is sent',
      'HTTPS is the {secure|protected} form of HTTP: it {hides|encrypts} the {content|traffic} and {proves|shows} which server you talk to',
      'HTTPS {wraps|puts} every request and {reply|response} in {encryption|a sealed envelope} called TLS',
    ],
    detail: [
      'a certificate, {signed|confirmed} by an authority your {computer|browser} trusts, {ties|binds} the server’s key to its name',
      'both sides first {agree on|exchange} a secret key and then {encrypt|scramble} everything with it',
      'it {hides|protects} the path and the {content|body}, while the {name|address} of the server may {still|yet} be visible',
    ],
    use: [
      'passwords, keys and {messages|letters} stay {private|secret} even in {a café’s|an open} network',
      'it {stops|keeps} others from {slipping|putting} advertising or {malware|harmful code} into a page',
      'without it, an API key could be {read|copied} by {anyone|everyone} along the way',
    ],
    example: [
      'a browser shows a {lock|small padlock} next to the address of your bank',
      'api.openai.com {answers|can be reached} only by HTTPS, so a key {travels|is sent} encrypted',
      'an {expired|outdated} certificate makes a browser {warn|stop} before it opens the page',
    ],
    likeness: [
      'a letter in a {locked|sealed} box to which only two people have the key',
      'whispering in a secret language with a friend who has shown {an identity card|a badge}',
      'a tunnel nobody can look into',
    ],
  },
  {
    names: ['REST', 'REST API', 'RESTful', 'RESTful API'],
    one: 'REST',
    all: 'REST',
    keywords: ['Resources', 'addresses', 'methods', 'statelessness', 'HTTP', 'style'],
    definition: [
      'REST is a style of {building|designing} web APIs in which every thing has an address and the HTTP methods {say|tell} what to do with it',
      'REST {organises|arranges} an API around resources, {such as|like} /users/42, that are {read|fetched}, created, changed and deleted with {ordinary|standard} HTTP',
      'REST, short for representational state transfer, is {a set of|the} design {rules|principles} behind most {of today’s|modern} web APIs',
    ],
    detail: [
      'GET reads, POST creates, PUT or PATCH changes and DELETE {removes|deletes}',
      'each request {carries|brings} all the server needs, so {no|none of the} servers has to {remember|keep} the conversation',
      'results are mostly JSON, and links or {ids|identifiers} lead from one {resource|thing} to the next',
    ],
    use: [
      'who knows one such API {finds|learns} their way around the next {quickly|with ease}',
      'it {works|goes} with {every|any} language and with caches and {tools|proxies} that already exist',
      'its {plainness|uniformity} makes {errors|problems} easy to {see|trace} with {a browser|curl}',
    ],
    example: [
      'GET /books/7 {returns|gives} a book, DELETE /books/7 {removes|deletes} it',
      'POST /orders {creates|opens} an order and {answers|replies} 201 with its address',
      'GET /v1/models {lists|shows} the models your key may use',
    ],
    likeness: [
      'a library where every book has a {shelf|number} and there are {only|just} four things to do with it',
      'drawers with labels: open, fill, change or empty them',
      'a town in which every house has an address',
    ],
  },
  {
    names: ['JSON', 'JavaScript Object Notation', 'JSON format', 'JSON file'],
    one: 'JSON',
    all: 'JSON',
    keywords: ['Text', 'objects', 'arrays', 'values', 'exchange', 'readable'],
    definition: [
      'JSON is a {text format|way of writing} for data that {people|humans} can read and {programs|machines} can {easily|quickly} take apart',
      'JSON {writes|notes} data as objects with named values, lists, {text|strings}, numbers, true, false and null',
      'JSON, short for JavaScript Object Notation, is the {usual|common} {format|form} in which web APIs {exchange|send} data',
    ],
    detail: [
      'names and text stand in double quotes, {values|parts} are {separated|divided} by commas, and there are no comments',
      'it {came|stems} from JavaScript, but {nearly every|practically any} language can read and write it',
      'one {missing|stray} comma makes the whole text {invalid|unreadable}, which a parser {reports|tells} with the place',
    ],
    use: [
      'programs in {different|all kinds of} languages can {share|exchange} data without {knowing|asking about} each other',
      'you can {look|read} into it with any editor when something {goes wrong|is odd}',
      'it {needs|takes} no {agreement|preparation} beyond the names of the fields',
    ],
    example: [
      '{ "name": "Ada", "languages": ["English", "French"] } describes a person',
      'a weather service {answers|replies} { "temperature": 21, "sunny": true }',
      'package.json {lists|names} the packages a Node.js project {needs|uses}',
    ],
    likeness: [
      'a {neatly|well} labelled box: on every thing there is a {tag|label} that says what it is',
      'a form that has been {filled in|completed}, with the names left of the answers',
      'a shopping list that a {robot|machine} can read, too',
    ],
  },
  {
    names: ['URL', 'web address', 'URI', 'link', 'base URL'],
    one: 'a URL',
    all: 'URLs',
    keywords: ['Address', 'scheme', 'host', 'path', 'query', 'link'],
    definition: [
      'a URL is the address of something on the web: it {says|tells} how to {get there|reach it}, on which server and under which path',
      'a URL is a {line|piece} of text that {names|locates} exactly one {page|resource} on the internet',
      'a URL, or web address, {points|leads} to a page, {an image|a file} or an API endpoint',
    ],
    detail: [
      'it is {made|built} of a scheme like https, a host, a path and, after a question mark, {named|further} values',
      'spaces and {special|unusual} characters have to be {encoded|written} as % and a number',
      'a base URL is the {first|common} part, to which a program {adds|appends} a path for each call',
    ],
    use: [
      'anything that has one can be {linked|shared}, bookmarked and {fetched|called} by {any|every} program',
      'changing only the base URL {sends|takes} the same program to {another|a different} {server|provider}',
      'it {says|shows} at a glance where a {link|request} {leads|goes}, if you look at the host',
    ],
    example: [
      'https://example.org/books?author=ada has the host example.org and the path /books',
      'OPENAI_BASE_URL=http://127.0.0.1:8787/v1 {points|sends} a program to a server on your own {machine|computer}',
      'the part after # {jumps|leads} to a {place|heading} within a page',
    ],
    likeness: [
      'the address on an envelope: country, {town|city}, street, {door|house number}',
      'directions to a treasure, written on one line',
      'a phone number for a page',
    ],
  },
  {
    names: ['DNS', 'domain name system', 'domain name', 'DNS server'],
    one: 'DNS',
    all: 'DNS',
    keywords: ['Names', 'addresses', 'lookup', 'directory', 'domains', 'caching'],
    definition: [
      'DNS is the directory of the internet: it {turns|translates} names like example.org into the {numeric|IP} addresses that machines {use|need}',
      'DNS, the domain name system, {finds|looks up} the {number|address} of the {computer|server} behind a name',
      'DNS is a {worldwide|distributed} {system|phone book} in which {every|each} domain name is {listed|kept} with its addresses',
    ],
    detail: [
      'a resolver asks {its way|step by step} from the root servers {down|on} to the one that {knows|is responsible for} the name',
      'answers are {kept|cached} for a while, so a change can take {minutes to hours|some time} to {arrive|be seen} everywhere',
      'besides addresses it {holds|stores} other records, for {instance|example} where a domain’s mail {goes|is delivered}',
    ],
    use: [
      'people {remember|keep} names, and {servers|services} can {move|change} to new addresses without anybody noticing',
      'one name can {stand for|lead to} many machines, which {spreads|shares} the {load|work}',
      'when it {fails|breaks}, the web {seems|looks} to be down although {all|the} servers {run|are fine}, so it is worth {checking|a look} first',
    ],
    example: [
      'your computer asks for api.openai.com and {gets|receives} a few numbers, {before|and only then} it can connect',
      'a company {moves|changes} its site to a new host and only {edits|changes} one record',
      'the error ENOTFOUND means that no {address|entry} for a name was found',
    ],
    likeness: [
      'a phone book: you {know|look up} the name, it {knows|gives} the number',
      'asking a postman where {somebody|a friend} lives',
      'the list of contacts in a phone',
    ],
  },
  {
    names: ['cookie', 'browser cookie', 'HTTP cookie', 'web cookie', 'session cookie'],
    one: 'a cookie',
    all: 'cookies',
    keywords: ['Browser', 'memory', 'sessions', 'login', 'tracking', 'small'],
    definition: [
      'a cookie is a {small|short} piece of {text|data} that a website asks your browser to {keep|store} and send back with every {later|further} request',
      'a cookie lets a website {recognise|know again} a browser it has {seen|met} before',
      'a cookie is a {note|label} that a server {hands|gives} to a browser, which {shows|returns} it on each {visit|request}',
    ],
    detail: [
      'it has a name, a value, {perhaps|often} an {expiry|end} date, and it goes back only to the site that {set|made} it',
      'the flags HttpOnly and Secure keep {scripts|programs in the page} and unencrypted connections away from it',
      'since HTTP {remembers|keeps} nothing between requests, it {supplies|provides} the {missing|lacking} memory',
    ],
    use: [
      'it keeps you {logged|signed} in from page to page and {remembers|keeps} what is in your basket',
      'it {stores|holds} small choices such as a language or a {dark|bright} theme',
      'knowing it {explains|shows} both {convenient|handy} logins and {advertising|adverts} that {follow|seem to follow} you',
    ],
    example: [
      'after you sign in, a shop {sets|stores} a session id, and each {further|later} page knows who you are',
      'a site {notes|remembers} lang=es and {greets|shows} you in Spanish {next time|tomorrow}',
      'deleting it {logs|signs} you out {at once|everywhere in that browser}',
    ],
    likeness: [
      'a cloakroom ticket: show it and they know which coat is yours',
      'a stamp on your hand that lets you {back in|in again}',
      'a name tag the kindergarten {gave|gives} you',
    ],
  },
  {
    names: ['cache', 'caching', 'web cache', 'prompt caching', 'prompt cache'],
    one: 'a cache',
    all: 'caches',
    keywords: ['Copy', 'nearby', 'faster', 'reuse', 'expiry', 'storage'],
    definition: [
      'a cache is a {nearby|quick} store for {results|data} that were {expensive|slow} to get and may be needed again',
      'a cache keeps {copies|a copy} of things {close at hand|near}, so that the {second|next} request is {faster|quicker} than the first',
      'a cache {remembers|saves} answers {to spare|and so avoids} the work of {computing|fetching} them again',
    ],
    detail: [
      'the hard part is {knowing|deciding} when a copy is {stale|out of date} and has to be {thrown away|renewed}',
      'it is {limited|small}, so when it is full the {oldest|least used} entries {go|leave} first',
      'a request that finds its answer there is a hit; the share of hits {tells|shows} how {useful|good} it is',
    ],
    use: [
      'it {saves|spares} time, money and {load|work} on the {system|server} behind it',
      'with language models, a {repeated|common} beginning of prompts is {billed|charged} at a lower price when it is cached',
      'a site can {survive|stand} a {rush|crowd} of visitors because most pages are {ready|already} made',
    ],
    example: [
      'a browser {keeps|stores} a site’s logo and does not {load|fetch} it again on each page',
      'a program {keeps|saves} today’s exchange rates for an hour instead of {asking|fetching} them each time',
      'a thousand requests with the same long instructions pay the full price for them {only once in a while|mainly the first time}',
    ],
    likeness: [
      'a {biscuit|cookie} tin on the table, so nobody has to walk to the {shop|store}',
      'keeping your favourite {toys|books} next to the bed',
      'a note with the answer, stuck to the {wall|fridge}',
    ],
  },
  {
    names: ['webhook', 'callback URL'],
    one: 'a webhook',
    all: 'webhooks',
    keywords: ['Notification', 'push', 'event', 'callback', 'endpoint', 'signature'],
    definition: [
      'a webhook is a {call|request} that a service makes to your server {when|as soon as} something {happens|has happened}',
      'a webhook {reverses|turns round} the usual direction: the service {calls|rings} you {instead of|rather than} being asked again and again',
      'a webhook is an address of yours to which another service {posts|sends} {news|events}',
    ],
    detail: [
      'you {register|give} a URL, and the service {posts|sends} JSON to it for {each|every} event',
      'a signature in the headers {proves|shows} who sent it, and your server should {answer|reply} {quickly|at once} and work later',
      'events may {arrive|come} twice or out of order, so {handle|treat} them by their id',
    ],
    use: [
      'it {spares|saves} both sides the {constant|endless} question whether there is {something|anything} new',
      '{news|events} {arrive|get there} within seconds {instead of|rather than} at the next {round|check}',
      'it {connects|joins} services that know {nothing|little} of each other',
    ],
    example: [
      'a payment service {tells|informs} your shop that an invoice has been paid',
      'a code host {starts|triggers} the tests whenever somebody pushes a change',
      'an API {reports|announces} that a long {job|batch} is finished',
    ],
    likeness: [
      'leaving your number so that the {shop|library} rings you when the book is {there|in}',
      'a doorbell, instead of {looking|going to look} out every minute',
      'a friend who promises to {wake|tell} you when it snows',
    ],
  },
  {
    names: ['WebSocket', 'web socket'],
    one: 'a WebSocket',
    all: 'WebSockets',
    keywords: ['Connection', 'two-way', 'open', 'live', 'messages', 'instant'],
    definition: [
      'a WebSocket is a connection between {browser|client} and server that stays open and carries messages in both directions',
      'a WebSocket lets a server and a {browser|client} {send|write} to each other at any time, without a {new|fresh} request',
      'a WebSocket {begins|starts} as an HTTP request and then {becomes|turns into} a lasting two-way {line|channel}',
    ],
    detail: [
      'messages are {small|light} because the headers are {sent|exchanged} only once, {at the start|in the beginning}',
      'when the line drops, the program has to {reconnect|connect again} and {find out|ask} what it missed',
      'for one direction only, server-sent events are {simpler|easier} and often {enough|sufficient}',
    ],
    use: [
      'it {makes|keeps} chats, games and shared {editors|documents} {instant|lively}',
      'the server can {speak|send} first, which {plain|ordinary} HTTP does not {allow|offer}',
      'it {avoids|saves} asking the server every second whether {something|anything} has {changed|happened}',
    ],
    example: [
      'two people {type|write} in one document and see each other’s {letters|cursor} at once',
      'a voice assistant {sends|streams} sound up and {receives|gets} speech back on the same line',
      'a trading screen {shows|displays} each new price {the moment|as soon as} it exists',
    ],
    likeness: [
      'a phone call, where both can talk at any time, instead of {letters|postcards}',
      'two tin cans with a string {between them|that stays tight}',
      'an open door between two rooms',
    ],
  },
  {
    names: ['server-sent events', 'SSE', 'server sent event', 'event stream'],
    one: 'a server-sent event',
    all: 'server-sent events',
    keywords: ['One-way', 'stream', 'text', 'events', 'live', 'HTTP'],
    definition: [
      'server-sent events are a simple way for a server to {send|push} a {stream|series} of messages over one HTTP response that stays open',
      'server-sent events {let|allow} a server {keep|go on} talking after a {single|normal} request, in small {text|plain-text} messages',
      'server-sent events are lines of text, each {message|one} beginning with “data:” and {ending|closing} with an empty line',
    ],
    detail: [
      'they go in one direction {only|alone}, from server to client, and {work|pass} through {ordinary|normal} HTTP',
      'an event can have a name, which {tells|says} the client what {kind|sort} of message it is',
      'a piece may be cut {anywhere|in the middle} on its way, so a reader has to {wait|collect} until the empty line',
    ],
    use: [
      'OpenAI’s API uses them to {stream|deliver} answers while they are being {written|made}',
      'they are {easier|simpler} to {build|run} than a WebSocket when only the server has {news|something to say}',
      'they can be {read|watched} with curl, which makes {errors|problems} easy to {see|find}',
    ],
    example: [
      'event: response.output_text.delta is followed by data: with the next few letters',
      'a build page {shows|prints} each line of its log as it {appears|comes}',
      'a live score {changes|updates} without anybody {reloading|refreshing} the page',
    ],
    likeness: [
      'a radio: it talks, you {listen|hear}',
      'a reporter who calls out every goal from the {window|stadium}',
      'a conveyor belt with little parcels',
    ],
  },
  {
    names: [
      'status code',
      'HTTP status',
      'HTTP status code',
      'HTTP code',
      '404',
      '401',
      '500',
      '503',
    ],
    one: 'a status code',
    all: 'status codes',
    keywords: ['Number', 'outcome', 'success', 'errors', 'three-digit', 'HTTP'],
    definition: [
      'a status code is a three-digit number with which a server {says|tells} how a request went',
      'a status code {sums up|states} the {outcome|result} of an HTTP request in {one number|three digits}',
      'a status code is the {first|shortest} part of {a server’s|every HTTP} {answer|response}: a number for {success|all is well}, {trouble|a mistake} or a detour',
    ],
    detail: [
      'its first digit is the {kind|class}: 2 success, 3 {elsewhere|redirection}, 4 the caller’s {mistake|error}, 5 the server’s',
      'the {body|text} that {comes|arrives} with it often {explains|says} more, so read both',
      'programs {decide|judge} by it whether to {go on|continue}, to try again or to {give up|ask for help}',
    ],
    use: [
      'it lets a program {react|respond} without {reading|understanding} any prose',
      'it {tells|shows} at once on whose side to {look|search} for the {fault|problem}',
      'it is the same {everywhere|on every site}, so what you learn once {holds|works} for every API',
    ],
    example: [
      '200 is fine, 401 means a missing or wrong key, 404 nothing there, 429 too many requests',
      'a 503 {says|means} “busy, try {later|again soon}”, so a program {waits|pauses} and tries again',
      'a browser {follows|obeys} a 301 to the new address by itself',
    ],
    likeness: [
      'traffic lights: one look tells you {what to do|whether to go}',
      'a teacher’s stamp: well done, try again or {wrong room|see me}',
      'thumbs up or thumbs down, with numbers',
    ],
  },
];

import type { Topic } from './topic.ts';

/** The OpenAI API itself: its endpoints and what they can do. */
export const requests: readonly Topic[] = [
  {
    names: ['API', 'application programming interface', 'web API', 'API call', 'API request'],
    one: 'an API',
    all: 'APIs',
    keywords: ['Contract', 'requests', 'responses', 'programs', 'data', 'services'],
    definition: [
      'an API is a {set of rules|contract|defined way} by which one program can {ask|request|call on} another for {data or work|information or a service|something it can do}',
      'an API is an {agreed|official|established} way for one program to {use|draw on|call on} the {data and services|abilities|work} of another',
      'an API, short for application programming interface, is the {doorway|counter|official entrance} through which programs {ask each other for|exchange|request} {data and services|information|work and answers}',
    ],
    detail: [
      'it {says|states|spells out} which {requests|questions} are {allowed|possible|understood} and what the {answers|replies|responses} look like, while what happens {behind it|inside|in between} stays hidden',
      'the caller {sends|makes} a request in an {agreed|exact|agreed-upon} form and {gets back|receives} a response in {another|a known form|an equally exact one}',
      'over the web, requests {travel|go|are sent} by HTTP and the answers {mostly|usually|commonly} {come back|arrive|return} as JSON',
    ],
    use: [
      'it {spares you|saves you from} building {everything|each part} yourself: maps, payments or a language model are {a call|one request|a few lines} away',
      'both sides can {change|improve|rewrite} their {insides|own code|inner workings} freely, {as long as|so long as|provided} the {agreement|rules|contract} between them {holds|stays}',
      'programs {written|built|made} by {strangers|different people|separate teams} in different languages can {work together|cooperate|understand each other}',
    ],
    example: [
      'a weather app asks a {weather service|forecasting service} for {tomorrow’s|the day’s} forecast and {draws|shows|displays} the {sun or the umbrella|result as a little cloud}',
      'your program {sends|posts} a question to OpenAI’s API and {reads|takes|gets} the answer from the {response|reply|JSON that returns}',
      'a shop’s checkout {asks|calls} a {bank’s|payment service’s} API whether a card may be {charged|used}',
    ],
    likeness: [
      'a waiter: you {say what you want|order from the menu}, and {it comes|he brings it} from a kitchen you never see',
      'the buttons on a {juice|vending} machine: press one and out comes what the {label|sign} says',
      'a letter box with {rules|a form} for how to write the letter',
    ],
    haiku: ['You knock with a word;', 'behind the door someone works,', 'and JSON comes out.'],
  },
  {
    names: ['Responses API', 'OpenAI Responses API', 'Responses endpoint', 'OpenAI API', 'OpenAI'],
    one: 'the Responses API',
    all: 'the Responses API',
    keywords: ['OpenAI', 'models', 'input', 'output', 'tools', 'streaming'],
    definition: [
      'the Responses API is OpenAI’s {main|current|recommended} {interface|endpoint} for {getting|receiving} answers from its models: you {send|post} an input, and a response {comes back|returns|arrives}',
      'the Responses API is the {part|endpoint} of OpenAI’s {API|platform} that {takes|accepts} a model name and an input and {returns|gives back} {text, tool calls or structured data|what the model makes of it}',
      'the Responses API is how a program {asks|talks to} OpenAI’s models: one {kind of|form of} request for {plain text|questions}, images, tools and {conversations|streaming} alike',
    ],
    detail: [
      'a call is {one|a single} POST to /v1/responses, and what returns is {an object|JSON} with {output items|the output}, a status and the {usage|tokens used}',
      'responses are {stored|kept} by default, so a {later|following} call can {continue|pick up} one by {naming|sending} its id as previous_response_id',
      'the {same|one} endpoint {streams|can stream}, calls tools and {fills|keeps to} a JSON schema, {depending on|according to} the fields you {set|send}',
    ],
    use: [
      'it is where OpenAI {puts|brings} new {features|abilities} first, so new {projects|programs} do well to {start|begin} with it',
      'it {takes|handles} {work|chores} off your program: {keeping|carrying} the conversation, {running|using} built-in tools and {ordering|naming} what comes back',
      'its {typed|named} output items {make|keep} {text, reasoning and tool calls|the parts of an answer} easy to {tell apart|separate}',
    ],
    example: [
      'client.responses.create({ model, input }) {returns|gives} a response whose output_text is the {answer|model’s text}',
      'a request with stream set to true {sends|delivers} the text as {small|many} events {while|as} the model {writes|produces} it',
      'a {second|follow-up} call with previous_response_id {lets|allows} “And why?” {be understood|make sense}',
    ],
    likeness: [
      'the front desk of a {big|large} house: every {question|wish} goes there first',
      'a help counter where one clerk {takes|answers} every kind of question',
      'a phone number that {always|reliably} reaches the clever {robot|one}',
    ],
    haiku: [
      'One door, one request:',
      'the model reads, thinks and writes,',
      'and usage is billed.',
    ],
  },
  {
    names: ['Chat Completions', 'Chat Completions API', 'chat completion', 'Completions API'],
    one: 'Chat Completions',
    all: 'Chat Completions',
    keywords: ['Messages', 'roles', 'choices', 'history', 'compatibility', 'chat'],
    definition: [
      'Chat Completions is OpenAI’s {older|earlier} interface to its models: it {takes|accepts} a list of messages and {returns|gives back} the next one',
      'Chat Completions is the endpoint at /v1/chat/completions, {where|to which} a program {sends|posts} the whole conversation and {gets|receives} the assistant’s {reply|next message}',
      'Chat Completions is the {request format|API} that {preceded|came before} the Responses API and that many {other|compatible} servers {imitate|speak} as well',
    ],
    detail: [
      'the answer {sits|stands} in choices[0].message.content, and the server {keeps|remembers} nothing {between calls|for the next call}',
      'each message has a role, {such as|for example} system, user or assistant, and you {send|resend} all of them {every time|with each call}',
      'it is {still|fully} supported, {although|while} new {features|abilities} {arrive|appear} in the Responses API first',
    ],
    use: [
      'it {matters|is worth knowing} because {much|a great deal of} existing code and many {local|open} models {use|speak} it',
      'it is the {common|shared} language of {servers|tools} that {claim|aim} to be compatible with OpenAI',
      'its {simplicity|plain shape} makes it {easy|simple} to {move|switch} between {providers|vendors}',
    ],
    example: [
      'a program sends {two|a pair of} messages, system and user, and {prints|shows} choices[0].message.content',
      'a local server such as Ollama {answers|serves} the same request {without|with no} key',
      'an {older|existing} chat program {keeps|holds} its messages in an array and {appends|adds} every reply to it',
    ],
    likeness: [
      'passing a notebook back and forth, with the whole {talk|story} in it {each time|every time}',
      'an old, well-known door to the same {house|building}',
      'a letter to which all {earlier|former} letters are {pinned|attached}',
    ],
  },
  {
    names: ['streaming', 'stream', 'streamed response', 'token streaming', 'stream response'],
    one: 'streaming',
    all: 'streaming',
    keywords: ['Pieces', 'events', 'early', 'gradual', 'live', 'flowing'],
    definition: [
      'streaming {means|is} {receiving|getting} an answer piece by piece while the model is {still|yet} {writing|producing} it, {instead of|rather than} all at once {at the end|when it is finished}',
      'streaming {delivers|sends} a {response|reply} as {a series|a flow} of small {events|pieces}, each with {a few more words|a bit of text|the next bit}, as {soon|quickly} as they {exist|are ready}',
      'streaming is the {way|mode} of calling a model in which the text {appears|arrives} {gradually|word by word|bit by bit}, as if somebody were {typing|writing}',
    ],
    detail: [
      'the server {keeps|holds} the connection open and {sends|writes} server-sent events; your program {adds|strings} the pieces together {until|up to} the final event',
      'the whole answer {takes|needs} {just as long|the same time|no less time}, but the first words {arrive|show up|appear} {in a fraction of it|almost at once|within moments}',
      'usage and the final status {come|arrive} in the last event, so a stream that {breaks off|is cut|ends early} {leaves|gives} you text {but no bill|without its count}',
    ],
    use: [
      'people {wait|have patience} {far|much} more {gladly|willingly} when they can {already read|start reading}, and can {stop|cancel} an answer that goes {wrong|astray}',
      'it {makes|renders} a {long|slow} answer feel {quick|fast|lively}, because the {wait|silence} before the first word is {what people notice|what annoys}',
      'it {keeps|prevents} long {answers|replies} from {running into a timeout|looking like a hang}, since something {arrives|moves} all the time',
    ],
    example: [
      'a chat window {shows|prints} “The”, then “The answer”, then “The answer is”, {within|inside} a second',
      'a {reader|person} sees the first line after {half a second|400 milliseconds} {instead of|rather than} {looking at|watching} a spinner for eight',
      'a translator {shows|displays} each sentence the moment it is {ready|done}, {while|as} the next is {under way|being made}',
    ],
    likeness: [
      'a tap: you can drink while the water is {still running|running}, without waiting for the {bucket|jug}',
      'listening to a story as it is told, not after {it is over|the end}',
      'pizza that comes slice by slice, {hot|warm} from the oven',
    ],
    haiku: [
      'First one word, then two.',
      'Before the thought is finished',
      'you have read its start.',
    ],
  },
  {
    names: ['structured output', 'structured outputs', 'JSON mode', 'JSON schema', 'schema'],
    one: 'structured output',
    all: 'structured output',
    keywords: ['Schema', 'JSON', 'fields', 'types', 'reliability', 'form'],
    definition: [
      'structured output {means|is} that a model’s answer {follows|keeps to} a JSON schema you {provide|send}, so that a program can {read|use} it {safely|without guessing}',
      'structured output {makes|has} a model {fill in|complete} {named|given} fields {instead of|rather than} writing {free text|prose}',
      'structured output is a {way|mode} of asking in which the {shape|form} of the answer is {fixed|laid down} beforehand {by|in} a JSON schema',
    ],
    detail: [
      'while the model {writes|draws}, only tokens that {keep|leave} the JSON valid for the schema are {allowed|let through}',
      'it {fixes|guarantees} the {form|shape} and not the {truth|content}, and a {refused|cut-off} answer has to be {checked|looked for} {all the same|still}',
      'in the Responses API the schema {goes|travels} in text.format, and libraries {such as|like} Zod can {write|produce} it from a type',
    ],
    use: [
      'it {replaces|ends} the {brittle|fragile} {habit|art} of {fishing|parsing} values out of {sentences|prose}',
      'the next step of your program {gets|receives} fields it can {count on|trust to exist}, with the {right|expected} types',
      'it turns {letters, reviews and forms|messy text} into rows that a database {accepts|understands}',
    ],
    example: [
      'from “Lunch with Ada on Friday at noon” comes { "who": "Ada", "day": "Friday", "time": "12:00" }',
      'a review {becomes|turns into} a rating from 1 to 5, a list of {complaints|points} and a yes or no',
      'an invoice is {read|turned} into a number, a date and an amount, {ready|fit} for {accounting|the books}',
    ],
    likeness: [
      'a form with boxes to fill in, instead of {an empty page|a letter}',
      'a shape sorter: only the right {block|piece} goes through each hole',
      'a recipe card where {every line|each thing} has its place',
    ],
    haiku: ['No more guessing now:', 'each value sits in its field,', 'each field has its name.'],
  },
  {
    names: ['function calling', 'tool calling', 'tool call', 'function call', 'tool use', 'tool'],
    one: 'function calling',
    all: 'function calling',
    keywords: ['Tools', 'arguments', 'schemas', 'results', 'actions', 'loop'],
    definition: [
      'function calling {lets|allows} a model {ask|request} your program to run {one of its functions|a function}, with {arguments|inputs} the model {chooses|fills in}',
      'function calling is the {way|arrangement} in which a model {answers|replies} not with text but with “{please|kindly} call this function with these {values|arguments}”',
      'function calling, also {called|known as} tool calling, {connects|links} a model to the {outside|real} world through functions that you {describe|declare} and your own code {runs|carries out}',
    ],
    detail: [
      'the model never runs {anything|code} itself: your program {does|carries out} the call, sends the result back, and the model {goes on|continues} from there',
      'you {describe|declare} each function by a name, a {sentence|purpose} and a JSON schema of its {parameters|arguments}',
      'the {loop|exchange} {goes on|repeats} until the model {answers|replies} with text, so {give it|set} a limit',
    ],
    use: [
      'it gives a model what it {lacks|does not have}: {today’s|fresh} data, {exact|reliable} arithmetic and the {power|ability} to {act|do things}',
      'it {keeps|leaves} you in {control|charge}: your code {decides|judges} which {calls|requests} are {allowed|carried out}',
      'it turns a model that {talks|chats} into one that can {book|order}, {search|look up} and {calculate|compute}',
    ],
    example: [
      'asked “Do I need an umbrella?”, the model requests get_weather({ city: "Oslo" }), {reads|sees} “rain” and {says|answers} yes',
      'an assistant {calls|asks for} find_order with the number from a {complaint|letter} and {tells|writes} the customer where the {parcel|package} is',
      'a {model|tutor} hands a {long|hard} multiplication to a calculator function {instead of|rather than} guessing',
    ],
    likeness: [
      'a captain who {gives|calls out} orders while the sailors do the {work|pulling}',
      'a child asking a grown-up to {reach|fetch} something from the {high|top} shelf',
      'a quiz player who may {phone|ring} a friend',
    ],
  },
  {
    names: ['API key', 'OpenAI API key', 'key'],
    one: 'an API key',
    all: 'API keys',
    keywords: ['Secret', 'identity', 'access', 'billing', 'header', 'project'],
    definition: [
      'an API key is a {long|secret} {string of characters|piece of text} that {tells|shows} a server who is {calling|asking} and whom to {bill|charge}',
      'an API key {identifies|names} the {account|project} behind a request, {much like|rather like} a password for programs',
      'an API key is the secret that a program {sends|shows} with each request to {prove|show} that it {may|is allowed to} use {a service|an API}',
    ],
    detail: [
      'it {travels|goes} in the Authorization header, and {whoever|anybody who} has it can spend your {money|credit}',
      'it {belongs|lives} in an environment variable or an .env file that is {never|not} {committed|checked in}, not in the {code|source}',
      'a key that {leaks|got out} is {revoked|withdrawn} in the {dashboard|settings} and {replaced|exchanged}; {that|doing so} takes a minute',
    ],
    use: [
      'it lets the service {keep|hold} limits and {bills|costs} {apart|separate} for every {customer|project}',
      'it can be {withdrawn|revoked} {alone|by itself}, without {changing|touching} anything else of your account',
      'it {gives|grants} programs access without a {person|human} having to {log in|sign in}',
    ],
    example: [
      'OPENAI_API_KEY in .env is {found|read} by the official {library|client} {by itself|without any further code}',
      'a key {pushed|uploaded} to a public repository is {found|picked up} by bots within {minutes|a few minutes}',
      'a request without one is {answered|refused} with status 401',
    ],
    likeness: [
      'a house key: {useful|handy}, and not something to {leave on the doorstep|give to strangers}',
      'a library card that {shows|says} who borrows the {books|book}',
      'a secret password to a {clubhouse|tree house}',
    ],
  },
  {
    names: ['batch', 'batch API', 'batch processing'],
    one: 'a batch',
    all: 'batches',
    keywords: ['Many', 'cheap', 'later', 'file', 'bulk', 'overnight'],
    definition: [
      'a batch is a {file|bundle} of many requests that is {worked through|processed} later, {within|inside} 24 hours, {for|at} half the {usual|normal} price',
      'a batch {collects|gathers} requests that are in no hurry, so that a service can {run|answer} them when it has {time|room to spare}',
      'a batch {hands|gives} a service thousands of requests {at once|in one file} and {returns|brings} all the answers {together|in another file}',
    ],
    detail: [
      'each line of the file is {one request|a request of its own} with an id of yours, because the answers may come back in {another|a different} order',
      'you upload the file, {start|create} the batch and {look|ask} now and then whether it is {finished|done}',
      'it has {limits|rate limits} of its own, so it does not {slow|disturb} the calls people are {waiting for|watching}',
    ],
    use: [
      'it {halves|cuts in half} the cost of work that nobody {waits for|is waiting for}',
      'it {spares|saves} your program the {pacing|queueing} and {retrying|retries} of thousands of calls',
      'it {suits|fits} nightly {reports|jobs}, {evaluations|tests} and {sorting|labelling} of large {archives|collections}',
    ],
    example: [
      'a shop {translates|describes} 50,000 products {overnight|over the weekend} in a single file',
      'a team {scores|grades} {last week’s|all} support answers every {Sunday|night}',
      'a library {labels|sorts} old newspaper pages, {ten thousand|thousands} at a time',
    ],
    likeness: [
      'sending the laundry away and {getting|fetching} it back the next day',
      'one big shopping list instead of {many|fifty} trips to the shop',
      'posting {all|a bag of} letters together',
    ],
  },
];

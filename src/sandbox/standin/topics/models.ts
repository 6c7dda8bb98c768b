import type { Topic } from './topic.ts';

/** Language models and how to talk to them. */
export const models: readonly Topic[] = [
  {
    names: [
      'large language model',
      'LLM',
      'language model',
      'GPT',
      'generative AI',
      'AI model',
      'foundation model',
    ],
    one: 'a large language model',
    all: 'large language models',
    keywords: ['Prediction', 'text', 'training', 'tokens', 'weights', 'fluency'],
    definition: [
      'a large language model is a {program|system|neural network} that has learned from {vast amounts of|a great deal of|enormous collections of} text to {predict|guess|estimate} which {token|piece of text|word} comes next',
      'a large language model {writes|produces|generates} text one {token|piece|fragment} at a time, each time {choosing|picking|drawing} from what is {likely|probable|plausible} to follow',
      'a large language model is {a very large|an enormous|a huge} {network of numbers|neural network|mathematical function}, tuned on text until it can {continue|carry on|complete} almost any {text|passage|document} sensibly',
    ],
    detail: [
      'it does not look answers up: it {continues|carries on|extends} the text it was given, and {good|likely|sensible} continuations are often {right|correct|true} ones',
      'its {knowledge|skill|learning} sits in billions of {numbers|weights|parameters} that were {adjusted|tuned|set} during training and no longer change while it answers',
      'between two calls it remembers {nothing|nothing at all|no part of the talk}: all it {knows of|has of|sees of} a conversation is the text that is sent along',
    ],
    use: [
      'one model can {summarise|explain|shorten}, translate, {classify|sort|label} and write code, just by being {asked|told|instructed} differently',
      'it lets a program work with {everyday|ordinary|natural} language, which {used to need|once took|formerly required} a specialist for every {task|problem|kind of text}',
      'it {handles|copes with|makes sense of} messy text that {fixed|hand-written|rigid} rules would {trip over|fail on|never cover}',
    ],
    example: [
      'given “The capital of France is”, it {finds|judges|rates} “Paris” by far the likeliest {continuation|next word|next piece}',
      'a help desk {hands|gives|sends} it a long complaint and {gets|receives|takes} back a {summary|subject line|category} and a draft reply',
      'an editor {shows|gives|sends} it half a function and it {proposes|suggests|offers} the other half',
    ],
    likeness: [
      'a friend who has read a whole library and is very good at {guessing|finishing} the end of your sentence',
      'the word suggestions on a phone, grown {enormously|a million times} bigger',
      'a storyteller who always finds a {fitting|likely} next word',
    ],
    haiku: ['It read all our books', 'and guesses what word comes next,', 'one word at a time.'],
  },
  {
    names: [
      'token',
      'tokenization',
      'tokenisation',
      'tokenizer',
      'tokeniser',
      'input token',
      'output token',
    ],
    one: 'a token',
    all: 'tokens',
    keywords: ['Pieces', 'words', 'numbers', 'vocabulary', 'counting', 'cost'],
    definition: [
      'a token is a {short|small|little} {piece|chunk|bit} of text, {often|usually|commonly} a word or part of one, that a language model {reads|takes in|handles} as one unit',
      'a token is the {unit|building block|smallest step} in which a language model {reads|takes in|processes} and {writes|produces|gives out} text: {a word, a part of a word|a word, a syllable|part of a word, a whole one} or a mark',
      'a token is one {item|entry|piece} of the {fixed|model’s own|set} vocabulary into which text is {cut|split|broken} before a model {sees|reads|gets} it',
    ],
    detail: [
      '{common|frequent|everyday} English words are {mostly|usually|as a rule} one token each, while {rare|unusual|long} words, names and many other languages {take|need|cost} several',
      'the cutting is done by a tokenizer, and each model {family|generation|line} has {its own|a particular|one} way to cut, so {counts|totals|numbers} differ between them',
      'to the model each token is {only|just|simply} a number, which is why it finds {spelling|counting letters|single letters} {surprisingly|oddly|strangely} hard',
    ],
    use: [
      'prices, rate limits and the {size|length|room} of the context window are all {counted|measured|stated} in tokens, {not in words|rather than words|and never in letters}',
      'counting them {tells you|shows|reveals} in advance what a call will {cost|be billed at|come to} and whether it {fits|goes into the window|is small enough}',
      'a bill {lists|separates|counts} input and output tokens, and output is {usually|nearly always|as a rule} the {dearer|more expensive|costlier} half',
    ],
    example: [
      'a short word like “cat” is {one token|a single token}, while a long one like “antidisestablishmentarianism” takes {several|a handful|quite a few}',
      'the {line|text|phrase} “Hello, world!” becomes {four|just four} tokens in current models: two words and two {marks|signs|punctuation marks}',
      'a space is {usually|mostly|normally} {kept|stored|counted} at the front of the word that follows it, {in the same token|as part of one token|and costs nothing extra}',
    ],
    likeness: [
      'a building brick: words and sentences are put together from {many|lots} of them',
      'the slices of a loaf, because a model never eats the loaf {whole|in one go}',
      'a bead on a string of {beads|many beads}, and the string is the sentence',
    ],
    haiku: ['Words fall into parts,', 'each becomes a small number,', 'and then comes the bill.'],
  },
  {
    names: ['temperature', 'sampling temperature', 'temperature setting', 'temperature parameter'],
    one: 'temperature',
    all: 'temperature',
    keywords: ['Randomness', 'variety', 'odds', 'creativity', 'repetition', 'choice'],
    definition: [
      'temperature is the {setting|number|parameter} that {decides|controls|governs} how {adventurous|daring|varied} a model’s choice of each next {token|word|piece of text} is',
      'temperature {tells|sets for|dictates to} a model how {strictly|closely|firmly} to {stick to|follow|prefer} the likeliest next {token|word|piece}',
      'temperature is a number from 0 to 2 that {flattens or sharpens|evens out or sharpens|spreads or narrows} the {odds|chances|probabilities} from which a model {draws|picks|takes} its next {token|word|piece}',
    ],
    detail: [
      'near 0 the model {nearly always|almost always|practically always} takes the likeliest token, so answers {repeat|come out alike|look alike}; {higher|larger|raised} values give {unlikely|rarer|bolder} ones a {chance|turn|say}',
      'before each draw the model’s scores are divided by it, so a small value {widens|stretches|enlarges} the gaps between {candidates|alternatives|options} and a large one {narrows|shrinks|closes} them',
      'at 0 the answers are {nearly|almost|mostly} the same each time, though the API makes no {promise|guarantee} of it; towards 2 they {wander|drift|stray} and {at last|finally|in the end} stop making sense',
    ],
    use: [
      'a low value {suits|is right for|fits} facts, {extraction|sorting|classification} and code, a {higher|larger|raised} one {names, slogans and stories|brainstorming|ideas and fiction}',
      'it lets you {trade|exchange|swap} {reliability|sameness|steadiness} for variety without {changing|touching|rewriting} a word of the prompt',
      'with one {number|dial|knob} the same prompt {serves|works for|does for} a {careful|sober|strict} clerk and a {playful|dreamy|wild} poet',
    ],
    example: [
      'asked for a coffee shop’s name at 0, a model {says|gives|offers} the same one {again and again|nearly every time|over and over}; at 1 {hardly any|few|almost none} repeat',
      'a program that {pulls|extracts|reads} dates from letters sets it to 0, and one that {invents|suggests|dreams up} slogans to {about 1|something near 1}',
      'after “The sky is”, a low value all but {guarantees|ensures} “blue”, while a high one lets “{falling|ours|a ceiling}” {through|slip in|have its turn}',
    ],
    likeness: [
      'a dial on a music box: turned low it plays the same tune, turned high it {makes things up|improvises}',
      'choosing ice cream: low means always vanilla, high means {maybe pickle|anything in the shop}',
      'a {leash|lead} on a dog: short and it walks beside you, long and it {explores|roams}',
    ],
    haiku: ['Turn it down to nought:', 'the same words come home again.', 'Turn it up: new birds.'],
  },
  {
    names: ['top_p', 'top p', 'nucleus sampling'],
    one: 'top_p',
    all: 'top_p',
    keywords: ['Nucleus', 'likelihood', 'cutoff', 'odds', 'sampling', 'variety'],
    definition: [
      'top_p is a setting that lets a model {choose|draw|pick} only from the likeliest tokens, as many as {together|between them|in sum} reach the {share|probability|fraction} you give',
      'top_p {cuts off|trims|removes} the long tail of {unlikely|improbable|strange} tokens before a model {draws|picks|chooses} the next one',
      'top_p, also called nucleus sampling, keeps the {smallest|shortest} set of likely tokens whose {chances|probabilities} {add up to|sum to|reach} the {given value|number you set|value you choose}',
    ],
    detail: [
      'at 1 {nothing is cut|every token stays|all tokens remain}; at 0.1 {often|usually|mostly} a single candidate {is left|remains|survives}',
      'how many tokens {stay|remain|survive} depends on the {moment|place|case}: few when the model is {sure|certain|confident}, many when it is {torn|unsure|undecided}',
      'it acts after temperature, which has already {reshaped|bent|shifted} the {odds|chances|probabilities}',
    ],
    use: [
      'it {keeps|holds} answers varied while {sparing you|avoiding|ruling out} the {really odd|wildest|most absurd} choices',
      'it is {another|a second} way to {limit|tame|rein in} chance; the usual advice is to {change|set|adjust} this or temperature, not both',
      'it {protects|saves|guards} long answers from {one stray word|a single odd token} that {leads|sends|pulls} all that follows astray',
    ],
    example: [
      'if “blue” has 70 percent, “grey” 20 and a hundred others {share|split} the rest, 0.9 {leaves|keeps} only the first two',
      'with 0.1 a model that is {at least|more than} a tenth sure of its {favourite|best} token {always takes it|never strays from it}',
      'a poem written with 0.95 still {surprises|has surprises}, but {no longer|rarely} {breaks into|switches to} nonsense',
    ],
    likeness: [
      'a teacher who only calls on the {children|pupils} who {probably|most likely} know the answer',
      'a menu from which the {strangest|oddest} dishes have been {crossed out|removed}',
      'a lucky dip with the {broken|silly} prizes taken out',
    ],
  },
  {
    names: ['prompt', 'prompting', 'prompt engineering'],
    one: 'a prompt',
    all: 'prompts',
    keywords: ['Question', 'context', 'examples', 'wording', 'task', 'form'],
    definition: [
      'a prompt is the {text|input|message} you {give|send|hand} to a model, from which it {works out|derives|takes} what to {write|answer|say}',
      'a prompt is {everything|all the text} a model {is shown|gets to read|receives} before it {answers|begins|writes}: {question, context and examples|the question and what goes with it}',
      'a prompt is {a request|an assignment|a task} {in plain words|in everyday language|in ordinary sentences} for a language model to {answer|continue|carry out}',
    ],
    detail: [
      'a good one {says|states|names} the task, {gives|supplies|includes} what is needed to do it and {shows|describes|names} the {form|shape|length} of the answer',
      'the model knows {nothing|no more} of your {situation|project|purpose} than what stands there, so what is {left out|missing|unsaid} is {guessed|made up|assumed}',
      'small {changes|differences|shifts} in wording can {change|alter|move} the answer, which is why {serious|careful|good} teams {keep|store|version} theirs and test them',
    ],
    use: [
      'clear wording is the {cheapest|simplest|quickest} way to better answers: it {needs|takes|costs} no training and no code',
      'it {turns|makes} one general model {into|work as} the {tool|helper|assistant} your program {needs|calls for|is looking for}',
      'it lets you {steer|guide|direct} {content, tone and length|tone, form and content} with words alone',
    ],
    example: [
      '“{Summarise|Sum up|Condense} this letter in two sentences for a {busy|hurried|tired} manager” beats “Summarise this”',
      'two {sample|worked} questions with answers {teach|show} a model the {form|style} you want {faster|better} than a page of rules',
      '“{Answer|Reply} only from the text below” {keeps|holds} a model close to {your document|the source}',
    ],
    likeness: [
      'the {order|wish} you give a cook: the clearer it is, the better the meal',
      'the directions you give a visitor who has never been to your {town|street}',
      'a wish to a genie, so mind {the wording|what you say}',
    ],
    haiku: [
      'Say what you would have,',
      'for whom, how long and how plain.',
      'Then read what you get.',
    ],
  },
  {
    names: [
      'instructions',
      'system prompt',
      'system message',
      'developer message',
      'instruction parameter',
    ],
    one: 'a set of instructions',
    all: 'instructions',
    keywords: ['Role', 'tone', 'rules', 'limits', 'format', 'behaviour'],
    definition: [
      'instructions are the {part|side} of a request that {tells|shows} a model how to {behave|answer|act}, {apart from|next to|separate from} the question itself',
      'instructions set the {role, tone and rules|tone and the rules|manner and the limits} a model {keeps to|follows|should observe} while it answers the {user|question|input}',
      'instructions are the {standing|general} {orders|directions|guidance} of the developer, which {outrank|come before|weigh more than} what the user {writes|asks|says}',
    ],
    detail: [
      'they {travel|go} in a field of their own and {apply|count} to this one request {only|alone}, so they have to be {sent|given|repeated} with each call',
      'the same question can {bring|give|get} a {joke|pirate’s answer} or a {lecture|formal paragraph}, depending {only|solely} on them',
      'a model {follows|obeys} them {well|closely}, but not {like a law|without fail}, so {vital|important} checks {belong|stay} in your code',
    ],
    use: [
      'they keep the {rules|voice} of your program {apart|separate} from what its users {type|write|enter}',
      'one {paragraph|short text} {shapes|changes|sets} every answer, {which is why|so} they are {often called|perhaps} the {strongest|most powerful} tool you have',
      'they {give|lend} a product one {steady|consistent} voice, {whatever|no matter what} people ask it',
    ],
    example: [
      '“You are a {patient|kind} tutor; answer in two sentences” {makes|turns} even {dry|hard} topics {friendly|gentle}',
      'a shop tells its assistant to {speak|talk} only about orders and to {hand|pass} anything else to a {person|colleague}',
      '“Answer in Spanish” {works|holds} for every question that {follows|comes} with it',
    ],
    likeness: [
      'what a director tells an actor before the {curtain|play} goes up',
      'the rules of a game, read out before anybody {plays|starts}',
      'a note on the fridge for the babysitter',
    ],
  },
  {
    names: ['context window', 'context length', 'context limit', 'context'],
    one: 'a context window',
    all: 'context windows',
    keywords: ['Limit', 'tokens', 'memory', 'input', 'output', 'room'],
    definition: [
      'a context window is the {amount|quantity} of text, {counted|measured} in tokens, that a model can {take into account|consider|handle} at once',
      'the context window is {a model’s|the} {limit|upper limit|ceiling} for one {request|call|exchange}: {input, reasoning and output|the question and the answer|all that goes in and comes out} together {have to|must} {fit|go} into it',
      'a context window is {all|everything} a model can {see|look at|keep in view} while it {writes|answers|works}, {up to|within} a {fixed|set|certain} number of tokens',
    ],
    detail: [
      'earlier turns of a conversation {count|use up room} too, so a long {talk|chat|exchange} {fills|uses up} it {little by little|turn by turn}',
      'what does not {fit|go in} is {refused|rejected} with an error or has to be {cut|shortened|summarised} first, {usually|mostly} the oldest {turns|part}',
      'its size {differs|varies} between models, from {some|a few} thousand to {a million|over a million} tokens, and a full one {costs|is billed} accordingly',
    ],
    use: [
      'knowing its size {tells|shows} you whether {a document|a contract|a book} can be sent {whole|in one piece} or has to be {split|cut|searched} first',
      'it {decides|determines} how much {history|of a conversation} you can send along before {something|the oldest part} has to go',
      'planning for it {prevents|avoids} requests that {fail|break} on {exactly|just} the longest and most {important|valuable} input',
    ],
    example: [
      'a window of 128,000 tokens holds {roughly|about} the text of a {novel|thick paperback}, {with|including} the room for an answer',
      'a chat program {drops|cuts|removes} the oldest {turns|messages} once the conversation {reaches|passes} {four fifths|80 percent} of it',
      'a {long|large} report is {split|cut} into chapters, each {summarised|condensed} in a call of its own',
    ],
    likeness: [
      'a desk: only the {papers|pages} that fit on it can be {read|used} at the same time',
      'a whiteboard that has to be wiped {at one end|somewhere} when it is full',
      'a backpack that holds only so {many toys|much}',
    ],
    haiku: ['A desk, not a vault:', 'new pages come, old ones fall', 'quietly away.'],
  },
  {
    names: ['embedding', 'vector embedding', 'text embedding'],
    one: 'an embedding',
    all: 'embeddings',
    keywords: ['Meaning', 'numbers', 'vectors', 'distance', 'similarity', 'search'],
    definition: [
      'an embedding is a {list|row} of numbers that {stands for|represents|captures} the meaning of a text, so that texts {alike in meaning|about the same thing} get {similar|nearby} lists',
      'an embedding {turns|translates} a text into a {point|position} in a space {of many dimensions|with hundreds of directions}, where {near|close} means {alike|similar in meaning}',
      'an embedding is a {vector|list of numbers} that a model {computes|works out} for a text, made for {comparing|matching} what texts {mean|are about} {rather than|and not} how they are spelled',
    ],
    detail: [
      'the {closeness|similarity} of two texts is {measured|found} by the angle between their {lists|vectors}: {the smaller it is, the closer the meaning|a small angle means a close meaning}',
      'a {vector|list} {typically|usually} has {hundreds to thousands|one or two thousand} of numbers, and none of them {means|says} {anything|much} by itself',
      'you compute it {once|one time} per text and {store|keep} it, so that {later|afterwards} a search {only has to compare|compares nothing but} numbers',
    ],
    use: [
      'it lets a search {find|turn up} the right {page|passage|document} even when it {shares|has in common} no word with the {question|query}',
      'it is the {basis|ground} for search by meaning, {recommendations|suggestions}, grouping and {finding|spotting} duplicates',
      'it {helps|lets} you {pick|choose} the few {passages|pages} that {belong|go} into a prompt, {instead of|rather than} sending everything',
    ],
    example: [
      '“How do I get my money back?” lands {close to|near} a page {titled|called} “Refunds”, although no word is {shared|the same}',
      '“cat” and “kitten” {lie|end up} near each other, and {both|the two} far from “{mortgage|tax return}”',
      'a shop {suggests|shows} articles whose {descriptions|texts} lie {next|close} to the one you are {reading|looking at}',
    ],
    likeness: [
      'a map on which words that mean {nearly the same|similar things} are neighbours',
      'sorting toys so that those that {belong together|go together} lie side by side',
      'an address for meanings: {similar|kindred} ones live in the same street',
    ],
    haiku: ['Numbers in a row:', 'cat and kitten stand so close', 'they can share a bowl.'],
  },
  {
    names: ['hallucination', 'hallucinate', 'confabulation', 'hallucinating'],
    one: 'a hallucination',
    all: 'hallucinations',
    keywords: ['Fluent', 'confident', 'plausible', 'invented', 'unchecked', 'false'],
    definition: [
      'a hallucination is a {statement|claim|sentence} of a language model that {sounds|reads} {convincing|plausible|certain} but is {false|made up|untrue}',
      'a hallucination is what happens when a model {fills|closes} a gap in its knowledge with {something likely|plausible text} {instead of|rather than} saying that it does not know',
      'a hallucination is {an invented|a made-up} {fact, source or name|detail, quotation or source} that a model {presents|states} as {confidently|calmly} as a true one',
    ],
    detail: [
      'a model {continues|produces} text that is likely, and a likely sentence is {not always|by no means always} a true one',
      'it {happens|occurs} most with rare {facts|details}, exact numbers, {citations|quotations} and anything {newer than|after} the model’s training',
      'nothing in the {wording|tone} gives it away, because the model {writes|words} {wrong|false} and {right|true} answers {the same way|in the same tone}',
    ],
    use: [
      'knowing of it {tells|reminds} you to {check|verify} what matters and to {supply|send} the facts {instead of|rather than} relying on the model’s memory',
      'whoever {expects|reckons with} it builds {programs|products} that {show|name} sources and let people {correct|overrule} them',
      'it is the {main|chief} reason why answers about {health, money or law|law or medicine} need a {second|human} look',
    ],
    example: [
      'asked for {papers|books} on a narrow subject, a model may {cite|name} titles that {never existed|nobody wrote}',
      'a model may {describe|use} a function that would {fit|suit} a library {well|perfectly} but is {simply|just} not in it',
      'a {lawyer|student} who {pasted|copied} an answer unread once {found|discovered} that the cases in it were {invented|fiction}',
    ],
    likeness: [
      'a friend who would rather {invent|make up} an answer than say “I don’t know”',
      'a dream: it feels real {until you check|and is not}',
      'a map with a very pretty island that is not there',
    ],
  },
  {
    names: ['fine-tuning', 'fine tune', 'fine tuning', 'fine tuned model'],
    one: 'fine-tuning',
    all: 'fine-tuning',
    keywords: ['Training', 'examples', 'style', 'weights', 'specialising', 'task'],
    definition: [
      'fine-tuning is {further|additional} training of a {finished|ready-made} model on {your own|chosen} examples, so that it {learns|picks up} a particular {task|style|format}',
      'fine-tuning {adjusts|changes} the weights of an existing model {a little|slightly} with a {small|modest} set of {sample|example} questions and answers',
      'fine-tuning {takes|starts from} a general model and {teaches|trains} it to {do|handle} one {kind of work|narrow job} {more reliably|better}',
    ],
    detail: [
      'it teaches {manner|form} {better|more easily} than {facts|knowledge}: for facts, {sending|putting} them in the prompt {works|serves} better',
      'a few hundred {good|careful} examples {often|usually} {do|achieve} more than {many thousands|heaps} of careless ones',
      'it is {worth|sensible to} try a better prompt first, because that {costs|takes} minutes {instead of|rather than} {days|weeks}',
    ],
    use: [
      'it can {make|turn} a small, cheap model {as good as|the equal of} a large one for a {single|narrow} task',
      'it {shortens|trims} prompts, because the {rules|examples} no longer have to be {sent|repeated} each time',
      'it {fixes|settles} a {tone|format} that {instructions|prompts} alone {keep|hold} only most of the time',
    ],
    example: [
      'a publisher trains a model on {its own|a thousand} {edited|corrected} pages until drafts {come out|arrive} in house style',
      'a support team uses {last year’s|old} tickets to teach a small model their {labels|categories}',
      'a hospital {adapts|trains} a model to {fill in|complete} its {odd|particular} forms',
    ],
    likeness: [
      'a cook who already knows how to cook and now learns {your grandmother’s|the family’s} recipes',
      'a trained musician practising one {song|piece}',
      'teaching {an old|a clever} dog one {new|special} trick',
    ],
  },
  {
    names: ['retrieval-augmented generation', 'RAG', 'retrieval augmented generation', 'retrieval'],
    one: 'retrieval-augmented generation',
    all: 'retrieval-augmented generation',
    keywords: ['Search', 'passages', 'sources', 'prompt', 'answer', 'citations'],
    definition: [
      'retrieval-augmented generation, RAG for short, {looks up|finds} {fitting|relevant} passages first and {gives|sends} them to a model {along with|next to} the question',
      'retrieval-augmented generation {combines|joins} a search {over|through} your documents with a model that {answers|writes} from what was found',
      'retrieval-augmented generation is a {method|way} to let a model answer from {your|given} documents {instead of|rather than} from {memory|its training}',
    ],
    detail: [
      'documents are cut into {passages|pieces} and {stored|indexed} with embeddings, so that the {closest|best} few can be {found|picked} for each question',
      'the {answer|result} is only as good as the search: a passage that is not {found|retrieved} cannot be {used|quoted}',
      'because the passages are {known|at hand}, the answer can {name|cite} its sources and be {checked|verified}',
    ],
    use: [
      'it {keeps|holds} answers {current|up to date} without {training|teaching} the model anything new',
      'it {reduces|lowers} {invention|hallucination}, because the facts {stand|are} right there in the prompt',
      'it lets a model {speak|answer} about private {documents|files} it was never {trained on|shown before}',
    ],
    example: [
      'a company assistant {finds|fetches} two paragraphs of the travel {policy|rules} and {answers|explains} from them what a {hotel|taxi} may cost',
      'a library {searches|combs} its catalogue for a {reader’s|visitor’s} question and lets a model {sum up|compare} the {finds|results}',
      'a manual with a {thousand|few hundred} pages {answers|replies} in a sentence, with the page number',
    ],
    likeness: [
      'an exam in which you may {open the book|look things up}',
      'a librarian who brings the right {page|book} before anybody {answers|speaks}',
      'asking a friend who checks before {talking|answering}',
    ],
  },
];

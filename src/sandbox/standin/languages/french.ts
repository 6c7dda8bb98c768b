import type { Language } from './language.ts';

export const french: Language = {
  name: 'french',
  cues: ['en français', 'en francais'],
  apology:
    'Désolé : je suis la doublure hors ligne du cours et je ne sais pas répondre en français à $asked ; un vrai modèle, avec OPENAI_API_KEY dans .env, le peut.',
  phrases: {
    hello: 'Bonjour !',
    'good morning': 'Bonjour.',
    'good night': 'Bonne nuit.',
    goodbye: 'Au revoir.',
    please: 'S’il vous plaît.',
    'thank you': 'Merci.',
    "you're welcome": 'De rien.',
    'how are you': 'Comment allez-vous ?',
    'i love you': 'Je t’aime.',
    cheese: 'Fromage.',
    cat: 'Chat.',
    dog: 'Chien.',
    yes: 'Oui.',
    no: 'Non.',
  },
  summaries: {
    'large language model':
      'Un grand modèle de langage est un {programme|système} qui a appris, sur {énormément|une masse} de texte, à {prédire|deviner} le fragment suivant.',
    token:
      'Un token est un {petit morceau|court fragment} de texte, {souvent|en général} un mot ou une partie de mot, qu’un modèle {lit|traite} comme une unité.',
    temperature:
      'La température {règle|détermine} la {variété|fantaisie} avec laquelle un modèle choisit chaque mot : près de 0 il se répète, plus haut il {surprend|ose davantage}.',
    prompt:
      'Un prompt est le {texte|message} que l’on {donne|envoie} à un modèle et dont il {déduit|tire} ce qu’il doit {répondre|écrire}.',
    instructions:
      'Les instructions {disent|indiquent} à un modèle comment se {comporter|conduire}, en dehors de la question {elle-même|posée}.',
    'context window':
      'La fenêtre de contexte est la quantité de texte, {comptée|mesurée} en tokens, qu’un modèle peut {prendre en compte|considérer} à la fois.',
    embedding:
      'Un embedding est une liste de nombres qui {représente|traduit} le sens d’un texte : des textes {proches|semblables} ont des listes {voisines|proches}.',
    hallucination:
      'Une hallucination est une affirmation d’un modèle qui {semble|paraît} convaincante mais qui est {fausse|inventée}.',
    API: 'Une API est un {ensemble de règles|contrat} {grâce auquel|par lequel} un programme {demande|réclame} à un autre {des données ou un travail|une information ou un service}.',
    'Responses API':
      'La Responses API est la {porte|interface} principale d’OpenAI : on {envoie|poste} une entrée et l’on {reçoit|obtient} la réponse d’un modèle.',
    streaming:
      'Le streaming {livre|envoie} la réponse {morceau par morceau|peu à peu} pendant que le modèle {l’écrit|la rédige} encore.',
    'structured output':
      'La sortie structurée fait que la réponse {respecte|suit} un schéma JSON que vous {donnez|fournissez}.',
    'function calling':
      'L’appel de fonctions permet à un modèle de {demander|réclamer} à votre programme d’exécuter une fonction.',
    'API key':
      'Une clé d’API est un secret qui {dit|montre} à un serveur qui {appelle|demande} et qui facturer.',
    concurrency:
      'La concurrence consiste à avoir plusieurs appels {en cours|en route} à la fois, au lieu de les {attendre|faire} l’un après l’autre.',
    'rate limit':
      'Une limite de débit est le nombre de requêtes ou de tokens qu’un service vous {accepte|permet} {en un temps donné|par minute}.',
    retry:
      'Une nouvelle tentative {répète|refait} une requête qui a échoué pour une raison {passagère|qui peut disparaître}.',
    'exponential backoff':
      'Le backoff exponentiel {double|multiplie par deux} l’attente après chaque échec avant de {réessayer|recommencer}.',
    jitter:
      'Le jitter est une petite {part|dose} de hasard dans l’attente, pour que les clients ne {reviennent|rappellent} pas tous ensemble.',
  },
};

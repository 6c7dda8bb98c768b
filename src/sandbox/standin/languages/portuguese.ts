import type { Language } from './language.ts';

export const portuguese: Language = {
  name: 'portuguese',
  cues: ['em português', 'em portugues'],
  apology:
    'Desculpe: sou o substituto offline do curso e não sei responder em português a $asked; um modelo de verdade, com OPENAI_API_KEY em .env, sabe.',
  phrases: {
    hello: 'Olá!',
    'good morning': 'Bom dia.',
    'good night': 'Boa noite.',
    goodbye: 'Adeus.',
    please: 'Por favor.',
    'thank you': 'Obrigado.',
    "you're welcome": 'De nada.',
    'how are you': 'Como vai?',
    yes: 'Sim.',
    no: 'Não.',
  },
  summaries: {
    'large language model':
      'Um grande modelo de linguagem é um {programa|sistema} que aprendeu com {muitíssimo|uma enorme quantidade de} texto a {prever|adivinhar} o fragmento seguinte.',
    token:
      'Um token é um {pequeno pedaço|curto fragmento} de texto, {muitas vezes|em geral} uma palavra ou parte dela, que um modelo {lê|trata} como uma unidade.',
    temperature:
      'A temperatura {decide|regula} quanta variedade um modelo se permite ao escolher cada palavra: perto de 0 ele se repete, com valores mais altos {surpreende|ousa mais}.',
    API: 'Uma API é um {conjunto de regras|contrato} pelo qual um programa {pede|solicita} a outro {dados ou trabalho|informação ou um serviço}.',
    'Responses API':
      'A Responses API é a interface {principal|central} da OpenAI: {envia-se|manda-se} uma entrada e {recebe-se|obtém-se} a resposta de um modelo.',
    streaming:
      'O streaming {entrega|envia} a resposta {aos pedaços|pouco a pouco} enquanto o modelo {ainda|por ora} a escreve.',
    'context window':
      'A janela de contexto é a quantidade de texto, {contada|medida} em tokens, que um modelo pode {considerar|ter em conta} de uma vez.',
    prompt:
      'Um prompt é o {texto|pedido} que se {dá|envia} a um modelo e do qual ele {deduz|tira} o que responder.',
    'rate limit':
      'Um limite de uso é o número de pedidos ou tokens que um serviço {aceita|permite} em {certo tempo|um minuto}.',
  },
};

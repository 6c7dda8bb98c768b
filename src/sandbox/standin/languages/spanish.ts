import type { Language } from './language.ts';

export const spanish: Language = {
  name: 'spanish',
  cues: ['en español', 'en castellano'],
  apology:
    'Lo siento: soy el sustituto sin conexión del curso y no sé responder en español a $asked; un modelo de verdad, con OPENAI_API_KEY en .env, sí puede.',
  phrases: {
    hello: '¡Hola!',
    'good morning': 'Buenos días.',
    'good night': 'Buenas noches.',
    goodbye: 'Adiós.',
    please: 'Por favor.',
    'thank you': 'Gracias.',
    "you're welcome": 'De nada.',
    'how are you': '¿Cómo estás?',
    'i love you': 'Te quiero.',
    cheese: 'Queso.',
    cat: 'Gato.',
    dog: 'Perro.',
    yes: 'Sí.',
    no: 'No.',
  },
  summaries: {
    'large language model':
      'Un gran modelo de lenguaje es un {programa|sistema} que ha aprendido de {muchísimo|una enorme cantidad de} texto a {predecir|adivinar} qué fragmento viene después.',
    token:
      'Un token es un {pequeño trozo|fragmento corto} de texto, {a menudo|normalmente} una palabra o parte de ella, que un modelo {lee|procesa} como una unidad.',
    temperature:
      'La temperatura {decide|controla} cuánta variedad {admite|se permite} un modelo al elegir cada palabra: cerca de 0 se repite, y {cuanto más alta|al subirla}, más sorprende.',
    prompt:
      'Un prompt es el {texto|mensaje} que {das|envías} a un modelo y del que {deduce|saca} qué debe {responder|escribir}.',
    instructions:
      'Las instrucciones {dicen|indican} a un modelo cómo debe {comportarse|responder}, aparte de la pregunta {misma|en sí}.',
    'context window':
      'La ventana de contexto es la cantidad de texto, {contada|medida} en tokens, que un modelo puede {tener en cuenta|considerar} a la vez.',
    embedding:
      'Un embedding es una lista de números que {representa|recoge} el significado de un texto, de modo que los textos {parecidos|afines} tienen listas {cercanas|similares}.',
    hallucination:
      'Una alucinación es una afirmación de un modelo que {suena|parece} convincente pero es {falsa|inventada}.',
    API: 'Una API es un {conjunto de reglas|contrato} {con el que|mediante el cual} un programa {pide|solicita} a otro {datos o trabajo|información o un servicio}.',
    'Responses API':
      'La Responses API es la {interfaz|puerta} principal de OpenAI: {envías|mandas} una entrada y {recibes|obtienes} la respuesta de un modelo.',
    streaming:
      'El streaming {entrega|envía} la respuesta {a trozos|poco a poco} mientras el modelo {todavía|aún} la escribe.',
    'structured output':
      'La salida estructurada hace que la respuesta {siga|cumpla} un esquema JSON que tú {das|defines}.',
    'function calling':
      'La llamada a funciones permite que un modelo {pida|solicite} a tu programa que ejecute una función.',
    'API key':
      'Una clave de API es un secreto que {dice|muestra} a un servidor quién {llama|pregunta} y a quién cobrar.',
    concurrency:
      'La concurrencia consiste en tener varias llamadas {en marcha|en curso} a la vez, en lugar de {esperar|hacerlas} una tras otra.',
    'rate limit':
      'Un límite de uso es el número de peticiones o tokens que un servicio te {acepta|permite} en {cierto tiempo|un minuto}.',
    retry:
      'Un reintento {repite|vuelve a hacer} una petición que falló por un motivo que puede {pasar|desaparecer}.',
    'exponential backoff':
      'El backoff exponencial {duplica|dobla} la espera tras cada fallo antes de {volver a intentarlo|probar de nuevo}.',
    jitter:
      'El jitter es una pequeña {parte|dosis} de azar en la espera, para que muchos clientes no {vuelvan|llamen} a la vez.',
  },
};

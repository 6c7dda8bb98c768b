// Caught by asks-the-model: prints two answers without a request.
console.log('Oh great, an API. Thrilling.\nAn application programming interface is an interface.');

// Caught by asks-the-model: prints an answer without a request.
console.log('A stream brings an answer piece by piece.');

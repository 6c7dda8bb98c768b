// Caught by asks-the-model: prints an answer without a request.
console.log('An API is a set of rules by which one program can ask another for something.');

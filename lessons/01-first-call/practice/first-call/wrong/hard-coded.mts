// Caught by: asks once
console.log('An API is a contract between programs.');

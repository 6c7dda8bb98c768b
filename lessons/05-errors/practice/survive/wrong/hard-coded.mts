// Caught by: tries until it is answered, and no more
console.log('A retry is a second try.');

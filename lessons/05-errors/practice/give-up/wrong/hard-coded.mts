// Caught by: asks once
console.log('A timeout is a limit to waiting.');

// Caught by keeps-asking: prints what an answer might be, without a request.
console.log('A rate limit is the number of requests that you may send in a minute.');

// Caught by asks-the-model: prints piece by piece what nobody has said.
for (const word of 'A stream brings an answer piece by piece.'.split(' '))
  process.stdout.write(`${word} `);
console.log('\n12 tokens in, 9 out');

# Exercise 01.1: ask, and print the answer.
#
# Ask the model "What is an API?", once. Print the text of the answer, and nothing else.
# Judge it with: course practice check 01.1
#
# The address is in $OPENAI_BASE_URL, the key in $OPENAI_API_KEY, the model is the-model.

echo 'No request yet: write it in this file.' >&2

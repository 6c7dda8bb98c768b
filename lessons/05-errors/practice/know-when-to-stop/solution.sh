model=gpt-4o-mini

for attempt in 1 2 3; do
  # The body, and on a line of its own the status;
  # 000 when no answer came within two seconds.
  answer=$(
    curl --silent --max-time 2 --write-out '\n%{http_code}' \
      "$OPENAI_BASE_URL/responses" \
      --header "Authorization: Bearer $OPENAI_API_KEY" \
      --header 'Content-Type: application/json' \
      --data '{"model": "'$model'", "input": "What is a quota?"}'
  )
  status=$(echo "$answer" | tail -n 1)
  body=$(echo "$answer" | sed '$d')
  case "$status $body" in
    200*)
      echo "$body" |
        node -pe 'JSON.parse(fs.readFileSync(0)).output[0].content[0].text'
      exit 0
      ;;
    *insufficient_quota*) break ;;
    000* | 408* | 429* | 5*) sleep 1 ;;
    *) break ;;
  esac
done
echo "No answer: the last status was $status (000: none came)." >&2
exit 1

#!/bin/sh
# The whole program: a CGI script that stores the note it is sent, and shows all of them.

escape() { sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g'; }

if [ "$REQUEST_METHOD" = POST ]; then
  # Only the first line is the note, of at most 500 characters. What comes in is form-encoded.
  note=$(head -c "${CONTENT_LENGTH:-0}" | head -c 500 | sed 's/^note=//')
  httpd -d "$note" | tr '\r\n' '  ' >>/notes/notes.txt
  echo >>/notes/notes.txt
  printf 'Status: 303 See Other\r\nLocation: /cgi-bin/notes\r\n\r\n'
  exit
fi

printf 'Content-Type: text/html; charset=utf-8\r\n\r\n'
echo "<!doctype html><title>$NOTES_TITLE</title><link rel=stylesheet href=/style.css>"
echo "<h1>$NOTES_TITLE</h1><ul>"
[ ! -e /notes/notes.txt ] || escape </notes/notes.txt | sed 's/.*/<li>&<\/li>/'
echo "</ul><form method=post><input name=note autofocus><button>Post</button></form>"
echo "<footer>$NOTES_FOOTER</footer>"

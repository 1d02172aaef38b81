package app.respite.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document of RFC 8259 from a text; strict, and safe from texts that are made to harm.
 */
final class JsonReader {
  private static final int DEEPEST = 200;
  private static final int LONGEST_NUMBER = 1000;

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  /** The document; nothing but white space may be around it. */
  @Nullable Object document() throws JsonException {
    skipBlanks();
    if (at == text.length()) {
      throw new JsonException("empty");
    }
    Object value = value();
    skipBlanks();
    if (at < text.length()) {
      throw new JsonException("more than one JSON value on the line");
    }
    return value;
  }

  private @Nullable Object value() throws JsonException {
    skipBlanks();
    char first = peek();
    return switch (first) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private @Nullable Object word(String word, @Nullable Object meaning) throws JsonException {
    int end = at + word.length();
    if (!text.startsWith(word, at)
        || (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end)))) {
      throw wrong("no value that JSON knows");
    }
    at = end;
    return meaning;
  }

  private Map<String, @Nullable Object> object() throws JsonException {
    enter();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    skipBlanks();
    if (peek() == '}') {
      at++;
    } else {
      do {
        skipBlanks();
        if (peek() != '"') {
          throw wrong("a name in double quotes is missing");
        }
        String name = string();
        if (map.containsKey(name)) {
          throw wrong("the name '" + name + "' comes twice");
        }
        skipBlanks();
        if (peek() != ':') {
          throw wrong("a colon is missing");
        }
        at++;
        map.put(name, value());
      } while (goesOn('}'));
    }
    depth--;
    return map;
  }

  private List<@Nullable Object> list() throws JsonException {
    enter();
    List<@Nullable Object> list = new ArrayList<>();
    skipBlanks();
    if (peek() == ']') {
      at++;
    } else {
      do {
        list.add(value());
      } while (goesOn(']'));
    }
    depth--;
    return list;
  }

  private void enter() throws JsonException {
    if (++depth > DEEPEST) {
      throw wrong("nested too deeply");
    }
    at++;
  }

  private boolean goesOn(char end) throws JsonException {
    skipBlanks();
    char next = peek();
    if (next != ',' && next != end) {
      throw wrong("a comma or '" + end + "' is missing");
    }
    at++;
    return next == ',';
  }

  private String string() throws JsonException {
    int start = ++at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return text.substring(start, at++);
      }
      if (c == '\\') {
        return escaped(start);
      }
      plain(c);
      at++;
    }
    throw wrong("a text without an end");
  }

  /** The rest of a text that has escapes, from the first of them on. */
  private String escaped(int start) throws JsonException {
    StringBuilder value = new StringBuilder(text.substring(start, at));
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return value.toString();
      }
      if (c == '\\') {
        value.append(escape());
      } else {
        plain(c);
        value.append(c);
      }
    }
    throw wrong("a text without an end");
  }

  private void plain(char c) throws JsonException {
    if (c < ' ') {
      throw wrong("a control character in a text");
    }
  }

  private char escape() throws JsonException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("an escape that JSON does not know");
    };
  }

  private char unicode() throws JsonException {
    int value = 0;
    for (int end = at + 4; at < end; at++) {
      char c = peek();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw wrong("an escape that is not four digits");
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private Object number() throws JsonException {
    int start = at;
    boolean whole = true;
    if (peek() == '-') {
      at++;
    }
    int first = at;
    digits();
    if (text.charAt(first) == '0' && at > first + 1) {
      throw wrong("a number with a leading zero");
    }
    if (at < text.length() && text.charAt(at) == '.') {
      whole = false;
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      whole = false;
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      digits();
    }
    if (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      throw wrong("no value that JSON knows");
    }
    String digits = text.substring(start, at);
    if (digits.length() > LONGEST_NUMBER) {
      throw new JsonException("number out of range: " + digits.length() + " digits");
    }
    try {
      if (whole) {
        return Long.parseLong(digits);
      }
      return new BigDecimal(digits);
    } catch (NumberFormatException tooLarge) {
      throw new JsonException("number out of range: " + digits);
    }
  }

  private void digits() throws JsonException {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw wrong("no value that JSON knows");
    }
  }

  private char peek() throws JsonException {
    if (at >= text.length()) {
      throw wrong("it ends too early");
    }
    return text.charAt(at);
  }

  private void skipBlanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return;
      }
      at++;
    }
  }

  private JsonException wrong(String what) {
    return new JsonException("not JSON: " + what + " (character " + (at + 1) + ")");
  }
}

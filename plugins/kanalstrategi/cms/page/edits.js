// The least change to a file's text that makes it say what the form says: all else stays byte for byte.

import { isMap, isScalar, isSeq, stringify } from "./yaml/index.js";
import { ITEM, filled, markOf, pieces, read, shown } from "./form.js";

const WRITTEN = { schema: "failsafe", lineWidth: 0, blockQuote: "literal", indent: 2 };

/** The new text of the file. Throws rather than write something else than the form says. */
export function edited(source, values, fields) {
  const document = read(source);
  const before = filled(shown(document.contents, fields), fields);
  const after = filled(values, fields);
  const editor = new Editor(source);
  editor.map(document.contents, before, after, fields);
  const text = editor.result();
  const said = filled(shown(read(text).contents, fields), fields);
  if (read(text).errors.length || !same(unnumbered(said), unnumbered(after))) throw new Error("not-written");
  return text;
}

class Editor {
  constructor(source) {
    this.source = source;
    this.changes = [];
  }

  result() {
    let text = this.source;
    for (const { start, end, by } of this.changes.sort((one, other) => other.start - one.start || other.end - one.end)) {
      text = text.slice(0, start) + by + text.slice(end);
    }
    return text;
  }

  change(start, end, by) {
    this.changes.push({ start, end, by });
  }

  map(node, before, after, fields) {
    const added = [];
    for (const field of fields) {
      const [old, now] = [before[field.name], after[field.name]];
      if (same(old, now)) continue;
      const pair = node.items.find((each) => each.key.value === field.name);
      const isHeld = pair && !(isScalar(pair.value) && !String(pair.value.value ?? "").trim());
      if (now === undefined) this.remove(node, pair);
      else if (isHeld && old !== undefined) this.value(pair.value, old, now, field);
      else if (pair) this.replace(pair.value ?? pair.key, written(now, field), this.column(pair.key.range[0]));
      else added.push([field, now]);
    }
    if (added.length) this.add(node, added);
  }

  value(node, before, after, field) {
    if (field.prose) this.prose(node, after);
    else if (isSeq(node) && field.fields) this.items(node, before, after, field);
    else if (isSeq(node)) this.words(node, before, after);
    else if (isMap(node)) this.map(node, before, after, field.fields);
    else this.scalar(node, after);
  }

  /** A list of groups: each item knows which one of the file it was. */
  items(node, before, after, field) {
    const numbers = after.map((item) => (item[ITEM] === undefined ? -1 : Number(item[ITEM])));
    const kept = numbers.filter((number) => number >= 0);
    const isInOrder = kept.every((number, index) => index === 0 || kept[index - 1] < number);
    if (!isInOrder || isFlow(this.source, node)) return this.rewrite(node, after, field);
    const dash = this.column(node.range[0]);
    node.items.forEach((item, index) => {
      if (!kept.includes(index)) this.change(this.lineOf(item), this.endOf(node, index), "");
    });
    let place = kept.length ? undefined : this.lineOf(node.items[0]);
    after.forEach((item, index) => {
      if (numbers[index] >= 0) {
        const held = node.items[numbers[index]];
        if (isMap(held)) this.map(held, before[numbers[index]], item, field.fields);
        else if (!same(before[numbers[index]], item)) this.replaceItem(held, item, field, dash);
        place = this.endOf(node, numbers[index]);
      } else {
        this.change(place ?? this.lineOf(node.items[0]), place ?? this.lineOf(node.items[0]), block([plainItem(item, field)], dash));
      }
    });
  }

  replaceItem(node, item, field, dash) {
    const value = plainItem(item, field);
    if (typeof value === "string") this.scalar(node, value);
    else this.change(node.range[0], node.range[1], indented(stringify(value, WRITTEN), dash + 2).trimStart().trimEnd() + tail(this.source, node));
  }

  rewrite(node, after, field) {
    const dash = this.column(node.range[0]);
    if (isFlow(this.source, node)) return this.change(node.range[0], node.range[1], flow(after.map((item) => plainItem(item, field))));
    const texts = after.map((item) => {
      const number = item[ITEM] === undefined ? -1 : Number(item[ITEM]);
      if (number < 0) return block([plainItem(item, field)], dash);
      const own = this.source.slice(this.lineOf(node.items[number]), this.endOf(node, number));
      const change = new Editor(own);
      const alone = read(own).contents.items[0];
      if (isMap(alone)) change.map(alone, filled(shown(alone, field.fields), field.fields), item, field.fields);
      return change.result();
    });
    this.change(this.lineOf(node.items[0]), this.endOf(node, node.items.length - 1), texts.join(""));
  }

  /** A list of words. */
  words(node, before, after) {
    if (before.length === after.length) {
      return after.forEach((word, index) => word === before[index] || this.scalar(node.items[index], word));
    }
    if (isFlow(this.source, node)) return this.change(node.range[0], node.range[1], flow(after));
    let first = 0;
    while (first < Math.min(before.length, after.length) && before[first] === after[first]) first += 1;
    let last = 0;
    while (last < Math.min(before.length, after.length) - first && before.at(-1 - last) === after.at(-1 - last)) last += 1;
    const start = first < before.length ? this.lineOf(node.items[first]) : this.endOf(node, before.length - 1);
    const end = first < before.length - last ? this.endOf(node, before.length - last - 1) : start;
    this.change(start, end, block(after.slice(first, after.length - last), this.column(node.range[0])));
  }

  /** Running text: one text, or a list of texts and of what the form shows as a mark. */
  prose(node, after) {
    const parts = pieces(after);
    const kinds = isScalar(node) ? [] : node.items.map((item) => markOf(item));
    const marks = (each) => each.filter(Boolean).sort().join("\n");
    // What the form cannot show must not be lost by it.
    if (marks(kinds) !== marks(parts.map((part) => part.mark))) throw new Error("marks");
    if (isScalar(node)) return this.scalar(node, after, true);
    const isAlike = kinds.length === parts.length && parts.every((part, index) => part.mark === kinds[index]);
    if (isAlike) {
      return parts.forEach((part, index) => part.mark || String(node.items[index].value).trim() === part.prose.trim() || this.scalar(node.items[index], part.prose.trim(), true));
    }
    const dash = this.column(node.range[0]);
    const left = [...node.items.keys()];
    const texts = parts.map((part) => {
      if (!part.mark) return block([`${part.prose.trim()}\n`], dash);
      const number = left.find((each) => kinds[each] === part.mark);
      left.splice(left.indexOf(number), 1);
      return this.source.slice(this.lineOf(node.items[number]), this.endOf(node, number));
    });
    this.change(this.lineOf(node.items[0]), this.endOf(node, node.items.length - 1), texts.join(""));
  }

  scalar(node, text, isProse = false) {
    const column = this.indentOf(node.range[0]);
    if (isInFlow(this.source, node)) return this.change(node.range[0], node.range[1], flow([text]).slice(1, -1));
    if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED" || (text.includes("\n") && (isProse || node.type === "PLAIN"))) {
      const lines = this.source.slice(node.range[0], node.range[1]).split("\n").slice(1);
      const first = lines.find((line) => line.trim());
      const isBlock = node.type.startsWith("BLOCK") && first;
      const indent = isBlock ? first.length - first.trimStart().length : column + 2;
      const body = text.split("\n").map((line) => (line.trim() ? " ".repeat(indent) + line : "")).join("\n");
      return this.change(node.range[0], node.range[1], `|\n${body}${tail(this.source, node)}`);
    }
    const quote = { QUOTE_DOUBLE: "QUOTE_DOUBLE", QUOTE_SINGLE: "QUOTE_SINGLE" }[node.type] ?? "PLAIN";
    const by = stringify(text, { ...WRITTEN, defaultStringType: quote, singleQuote: quote === "QUOTE_SINGLE", blockQuote: false }).trimEnd();
    this.change(node.range[0], node.range[1], by);
  }

  replace(node, value, column) {
    const by = typeof value === "object" || value.includes("\n") ? indented(stringify({ x: value }, WRITTEN).slice(2), column).trimEnd() : ` ${stringify(value, WRITTEN).trimEnd()}`;
    const end = isScalar(node) && node.range[0] < node.range[1] ? node.range[1] : node.range[0];
    this.change(node.range[0], end, by);
  }

  remove(node, pair) {
    if (isFlow(this.source, node)) {
      const kept = node.items.filter((each) => each !== pair);
      const texts = kept.map((each) => this.source.slice(each.key.range[0], each.value.range[1]));
      return this.change(node.range[0], node.range[1], `{${texts.join(", ")}}`);
    }
    const index = node.items.indexOf(pair);
    const next = node.items[index + 1];
    const start = pair.key.range[0];
    if (this.source.slice(this.lineAt(start), start).trim()) {
      // The first key stands beside its dash: what follows moves up to it.
      if (!next) throw new Error("not-written");
      return this.change(start, next.key.range[0], "");
    }
    this.change(this.lineAt(start), this.lineAfter(pair.value?.range ? pair.value.range[1] : pair.key.range[1]), "");
  }

  add(node, added) {
    const values = Object.fromEntries(added.map(([field, value]) => [field.name, written(value, field)]));
    if (isFlow(this.source, node)) {
      const own = this.source.slice(node.range[0] + 1, node.range[1] - 1).trim();
      return this.change(node.range[0], node.range[1], `{${[own, flow([values]).slice(2, -2)].filter(Boolean).join(", ")}}`);
    }
    const last = node.items.at(-1);
    const end = this.lineAfter(last.value?.range ? last.value.range[1] : last.key.range[1]);
    const before = end > 0 && this.source[end - 1] !== "\n" ? "\n" : "";
    this.change(end, end, before + indented(stringify(values, WRITTEN), this.column(node.items[0].key.range[0])));
  }

  // --- Places

  lineAt(offset) {
    return this.source.lastIndexOf("\n", offset - 1) + 1;
  }

  /** Where the line after the one that a value ends on begins. */
  lineAfter(offset) {
    if (offset > 0 && this.source[offset - 1] === "\n") return offset;
    const end = this.source.indexOf("\n", offset);
    return end < 0 ? this.source.length : end + 1;
  }

  column(offset) {
    return offset - this.lineAt(offset);
  }

  /** How far in the key is that a value stands after, past the dashes before it. */
  indentOf(offset) {
    return this.source.slice(this.lineAt(offset), offset).match(/^[ -]*/)[0].length;
  }

  lineOf(item) {
    return this.lineAt(item.range[0]);
  }

  endOf(node, index) {
    return this.lineAfter(node.items[index].range[1]);
  }
}

function isFlow(source, node) {
  return "[{".includes(source[node.range[0]]);
}

function isInFlow(source, node) {
  return node.type !== "BLOCK_LITERAL" && source.slice(source.lastIndexOf("\n", node.range[0] - 1) + 1, node.range[0]).match(/(^|[\s])[[{]/) !== null;
}

function tail(source, node) {
  return source[node.range[1] - 1] === "\n" ? "\n" : "";
}

function plainItem(item, field) {
  if (!field.fields) return item;
  const value = written(item, { ...field, widget: "object" });
  const keys = Object.keys(value);
  return field.text_key && keys.length === 1 && keys[0] === field.text_key ? value[field.text_key] : value;
}

/** A value of the form as the file will hold it: running text ends its line, and no item is numbered. */
function written(value, field) {
  if (Array.isArray(value)) return value.map((item) => plainItem(item, field));
  if (typeof value === "object") {
    const held = field.fields.filter((inner) => value[inner.name] !== undefined);
    return Object.fromEntries(held.map((inner) => [inner.name, written(value[inner.name], inner)]));
  }
  return field.prose ? `${value}\n` : value;
}

function block(items, column) {
  return items.length ? indented(stringify(items, WRITTEN), column) : "";
}

function indented(text, column) {
  return text.split("\n").map((line) => (line ? " ".repeat(column) + line : "")).join("\n");
}

function flow(value) {
  return stringify(value, { ...WRITTEN, collectionStyle: "flow", flowCollectionPadding: false, blockQuote: false }).trimEnd();
}

function unnumbered(value) {
  if (Array.isArray(value)) return value.map(unnumbered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== ITEM).map(([key, inner]) => [key, unnumbered(inner)]));
}

function same(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Array.isArray(one) === Array.isArray(other) && [...keys].every((key) => same(one[key], other[key]));
}

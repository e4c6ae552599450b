// Opens the form with the fields of the model, and reads and writes files by our own scripts.

import { edited } from "./edits.js";
import { SOURCE, read, shown } from "./form.js";

const { fields, config, messages } = await (await fetch("formular.json")).json();

/** The fields of a file, by the keys that only its kind has to have. */
function fieldsOf(document) {
  return Object.values(fields).find((held) => held.some((field) => field.required && document.contents?.has?.(field.name))) ?? [];
}

window.CMS.registerCustomFormat("kanalstrategi", "yml", {
  fromFile: (text) => {
    const document = read(text);
    return { ...shown(document.contents, fieldsOf(document)), [SOURCE]: text };
  },
  toFile: (values) => {
    try {
      return edited(values[SOURCE], values, fieldsOf(read(values[SOURCE])));
    } catch (error) {
      throw new Error(messages[error.message] ?? error.message);
    }
  },
});
for (const { files } of config.collections) {
  for (const file of files) file.fields = fields[file.kind];
}
window.CMS.init({ config });

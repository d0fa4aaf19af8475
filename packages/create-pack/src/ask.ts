import { cancel, isCancel, select, text } from "@clack/prompts";
import { type OperatorWord, operators, type PackChoice, type Place, places, problemOfName } from "./choices.ts";

/** Asks what has not been said; `undefined` when somebody gives up. */
export async function ask(given: Partial<PackChoice>): Promise<PackChoice | undefined> {
  const name = given.name ?? (await askName());
  const operator = isCancel(name) ? name : (given.operator ?? (await askOperator()));
  const place = isCancel(operator) ? operator : (given.place ?? (await askPlace()));
  if (isCancel(name) || isCancel(operator) || isCancel(place)) {
    cancel("Nothing was written.");
    return undefined;
  }
  return { name, operator, place };
}

const askName = () =>
  text({
    message: "What is the package called?",
    placeholder: "@acme/kernels",
    validate: (name) => problemOfName(name ?? ""),
  });

const askOperator = () =>
  select<OperatorWord>({
    message: "Which operator has the first kernel?",
    options: Object.entries(operators).map(([value, { name, hint }]) => ({
      value: value as OperatorWord,
      label: name,
      hint,
    })),
  });

const askPlace = () =>
  select<Place>({
    message: "Where are the kernels to run?",
    options: Object.entries(places).map(([value, { title, hint }]) => ({ value: value as Place, label: title, hint })),
  });

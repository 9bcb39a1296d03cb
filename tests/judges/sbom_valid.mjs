// What is inside, as CycloneDX itself judges it: the strict schema of the version that the list names.
import { readFileSync } from "node:fs";
import { Validation } from "@cyclonedx/cyclonedx-library";

const text = readFileSync(process.argv[2], "utf8");
const { specVersion, components } = JSON.parse(text);
const validator = new Validation.JsonStrictValidator(specVersion);
const complaint = await validator.validate(text);
if (complaint !== null) {
  console.error(`${process.argv[2]}: no CycloneDX ${specVersion}: ${JSON.stringify(complaint, null, 1)}`);
  process.exit(1);
}
// A judge that sees nothing would pass everything: the same list with a mistake must not pass.
const spoiled = text.replace('"type":"library"', '"type":"bibliotheek"').replace('"type": "library"', '"type": "bibliotheek"');
if ((await validator.validate(spoiled)) === null) {
  console.error("the judge let a mistake pass");
  process.exit(1);
}
console.log(`  CycloneDX ${specVersion}: ${components.length} parts, no complaint`);

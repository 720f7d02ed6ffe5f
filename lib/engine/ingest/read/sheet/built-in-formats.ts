/** The number formats that Excel knows by number alone (ECMA-376 part 1, 18.8.30); those of East Asian dates as plain dates. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm",
  19: "h:mm:ss",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy-mm-dd h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;(#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;(#,##0.00)",
  41: "#,##0;(#,##0)",
  42: "$#,##0;($#,##0)",
  43: "#,##0.00;(#,##0.00)",
  44: "$#,##0.00;($#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
};

/** The code of a built-in number format; `General` for numbers that name none. */
export function builtInFormat(id: number): string {
  const eastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return eastAsianDate ? "yyyy-mm-dd" : (BUILT_IN[id] ?? "General");
}

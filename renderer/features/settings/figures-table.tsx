import type { TextTable } from "./diagnostics-rows.ts";

/** A table of words and numbers; the numbers stand at the right. */
export function FiguresTable({ title, head, words, rows, empty }: TextTable) {
  if (rows.length === 0) {
    return (
      <section className="setting-group">
        <h2>{title}</h2>
        <p className="dim">{empty}</p>
      </section>
    );
  }
  return (
    <table className="figures">
      <caption>{title}</caption>
      <thead>
        <tr>
          {head.map((name, i) => (
            <th key={name} scope="col" className={i < words ? undefined : "number"}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, i) =>
              i === 0 ? (
                <th key={head[i]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={head[i]} className={i < words ? undefined : "number"}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import {
  PUBLISHED_MEMORY,
  PUBLISHED_PAGE_FILE_GB,
} from "../../../electron/model/comparison/published-memory.ts";
import { publishedStrings } from "../../strings/published-memory.ts";

/** Microsoft's old figures, apart from what was measured and said to be another measure. Closed until asked for. */
export function PublishedMemory() {
  return (
    <details className="how-measured">
      <summary>{publishedStrings.summary}</summary>
      <p>{publishedStrings.what}</p>
      <table className="published" aria-label={publishedStrings.label}>
        <thead>
          <tr>
            <th scope="col">{publishedStrings.image}</th>
            <th scope="col">{publishedStrings.release}</th>
            <th scope="col">{publishedStrings.process}</th>
            <th scope="col">{publishedStrings.hyperv}</th>
          </tr>
        </thead>
        <tbody>
          {PUBLISHED_MEMORY.map(({ image, release, processMb, hypervMb }) => (
            <tr key={`${image} ${release}`}>
              <th scope="row">{image}</th>
              <td>{release}</td>
              <td>{publishedStrings.megabytes(processMb)}</td>
              <td>{publishedStrings.withPageFile(hypervMb, PUBLISHED_PAGE_FILE_GB)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {publishedStrings.old} {publishedStrings.source}
      </p>
    </details>
  );
}

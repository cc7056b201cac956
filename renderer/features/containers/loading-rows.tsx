import { useEffect, useState } from "react";
import { containersStrings } from "../../strings/containers.ts";

const WIDTHS = [70, 54, 62, 48, 66, 40];

/** Nothing for 300 ms, then the shape of the rows to come. Only ever before the first rows. */
export function LoadingRows({ reading = containersStrings.reading }: { readonly reading?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const handle = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(handle);
  }, []);
  if (!late) return null;
  return (
    <div className="loading-rows">
      <div role="status" className="dim small">
        {reading}
      </div>
      {WIDTHS.map((width) => (
        <div key={width} className="loading-row" aria-hidden="true">
          <span className="bone" style={{ width: 12 }} />
          <span className="bone" style={{ width }} />
          <span className="grow" />
          <span className="bone" style={{ width: 62 }} />
          <span className="bone" style={{ width: 48 }} />
        </div>
      ))}
    </div>
  );
}

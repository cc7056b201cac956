import { ProgressBar } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { useState } from "react";
import type { Job } from "../../electron/contract/launch.ts";
import type { Amount, Transfer } from "../../electron/contract/transfer.ts";
import { formatBytes } from "../../electron/model/format.ts";
import { imagesStrings, layerCount, layerWords } from "../strings/images.ts";
import "./transfer-view.css";

/** `12.3 of 40 MB`; where nobody has told the total, what has come so far. */
export function amountText({ current, total }: Amount): string {
  return total === null ? formatBytes(current) : `${formatBytes(current)} of ${formatBytes(total)}`;
}

const shareOf = ({ current, total }: Amount): number | undefined =>
  total === null || total <= 0 ? undefined : Math.min(1, current / total);

interface TransferViewProps {
  readonly job: Job;
  readonly transfer: Transfer;
}

/** Images coming in: the bytes on their way and their unpacking apart, and each layer when unfolded. */
export function TransferView({ job, transfer }: TransferViewProps) {
  const [open, setOpen] = useState(false);
  const { download, extract, layers } = transfer;
  const arriving = job.kind === "import-image" ? imagesStrings.sent : imagesStrings.downloaded;
  const begun = extract.current > 0 || layers.length > 0;
  return (
    <div className="transfer">
      <AmountBar word={arriving} title={job.title} amount={download} begun />
      <AmountBar word={imagesStrings.unpacked} title={job.title} amount={extract} begun={begun} />
      {layers.length > 0 && (
        <button type="button" className="transfer-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {layerCount(layers.length)} {open ? <ChevronUpRegular /> : <ChevronDownRegular />}
        </button>
      )}
      {open && <LayerList title={job.title} layers={layers} />}
    </div>
  );
}

interface AmountBarProps {
  readonly word: string;
  readonly title: string;
  readonly amount: Amount;
  /** What has not begun stands still at nothing instead of moving as if it had. */
  readonly begun: boolean;
}

function AmountBar({ word, title, amount, begun }: AmountBarProps) {
  const share = begun ? shareOf(amount) : 0;
  return (
    <div className={share === undefined ? "transfer-amount unknown" : "transfer-amount"}>
      <span>{word}</span>
      <ProgressBar
        aria-label={`${title}: ${word}`}
        thickness="large"
        {...(share !== undefined && { value: share })}
      />
      <span className="mono">{begun ? amountText(amount) : ""}</span>
    </div>
  );
}

function LayerList({ title, layers }: Pick<Transfer, "layers"> & { readonly title: string }) {
  return (
    <ul className="transfer-layers" aria-label={imagesStrings.layersOf(title)}>
      {layers.map(({ id, state, ...amount }) => (
        <li key={id}>
          <span className="mono">{id}</span>
          <span className="dim">{layerWords[state]}</span>
          <LayerBar label={`${id}: ${layerWords[state]}`} share={isEnded(state) ? 1 : shareOf(amount)} />
          <span className="mono">{amount.current === 0 ? "" : amountText(amount)}</span>
        </li>
      ))}
    </ul>
  );
}

const isEnded = (state: Transfer["layers"][number]["state"]) => state === "done" || state === "exists";

/** A plain bar: of a dozen moving ones none could be read. */
function LayerBar({ label, share = 0 }: { readonly label: string; readonly share?: number | undefined }) {
  return <progress className="layer-bar" aria-label={label} value={share} max={1} />;
}

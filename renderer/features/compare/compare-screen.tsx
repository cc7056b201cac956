import { useMemo } from "react";
import { summariseLane } from "../../../electron/model/compare-summary.ts";
import { verdictRows } from "../../../electron/model/comparison/verdict-rows.ts";
import { ScreenFrame } from "../../app/screen-frame.tsx";
import { wordsOf } from "../../app/words.ts";
import { type HostInfo, useHostInfo, useLive } from "../../engine/host-context.tsx";
import { enginesResource } from "../../engine/resources.ts";
import { useReplaying } from "../../engine/use-session.ts";
import { compareStrings } from "../../strings/compare.ts";
import { errorText } from "../../strings/errors.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import { EngineTrouble } from "../containers/engine-trouble.tsx";
import { CompareEmpty } from "./compare-empty.tsx";
import { CompareForm } from "./compare-form.tsx";
import { CompareHead } from "./compare-head.tsx";
import { CompareSentence } from "./compare-sentence.tsx";
import { CleanUpState, CompareStatus } from "./compare-status.tsx";
import { EarlierTable } from "./earlier/earlier-table.tsx";
import { OpenedLine } from "./earlier/opened-line.tsx";
import { useEarlier } from "./earlier/use-earlier.ts";
import { HowMeasured } from "./how-measured.tsx";
import { Lanes } from "./lanes.tsx";
import { PublishedMemory } from "./published-memory.tsx";
import { useCompare } from "./use-compare.ts";
import { useCompareRequest } from "./use-compare-request.ts";
import { VerdictTable } from "./verdict-table.tsx";
import "./compare.css";

/** The same image and command under both isolations: what it costs and what it buys, measured on this host. */
export function CompareScreen() {
  const host = useHostInfo();
  return host ? <Compare host={host} /> : <div className="content" />;
}

function Compare({ host }: { readonly host: HostInfo }) {
  const words = useMemo(() => wordsOf(host), [host]);
  const engines = [...useLive(enginesResource).rows.values()];
  const comparing = useCompare();
  const { receivedAt, loaded, running, error } = comparing;
  const earlier = useEarlier();
  const opened = running ? null : earlier.opened;
  const comparison = opened ?? comparing.comparison;
  const last = comparing.comparison?.spec ?? null;
  const request = useCompareRequest({ host, engines, words, last, replaying: useReplaying() });
  const lanes = useMemo(
    () =>
      comparison && {
        process: summariseLane(comparison, "process"),
        hyperv: summariseLane(comparison, "hyperv"),
      },
    [comparison],
  );
  const toggle = () => {
    if (running) comparing.stop();
    else if (request.check()) {
      earlier.close();
      comparing.start(request.request);
    }
  };
  const refusal = error && errorText(error);
  return (
    <ScreenFrame
      title={compareStrings.title}
      statusLeft={<CompareStatus comparison={comparison} />}
      statusRight={<CleanUpState comparison={comparison} />}
    >
      <CompareHead comparing={comparing} shown={comparison} blocked={request.blocked} onToggle={toggle} />
      <div className="compare-body">
        <CompareForm request={request} host={host} running={running} onSubmit={toggle} />
        <div className="bars compare-bars">
          <EngineTrouble engines={engines} />
          {request.blocked && (
            <p className="compare-blocked">
              <b>{request.blocked.title}</b> {!request.blocked.toldByEngine && request.blocked.reason}
            </p>
          )}
          {refusal && (
            <TroubleBar intent="error" title={compareStrings.refused} raw={refusal.raw}>
              {refusal.cause} {refusal.next}
            </TroubleBar>
          )}
          {comparison?.left.map(({ name, error: why }) => (
            <TroubleBar
              key={name}
              intent="error"
              title={compareStrings.notRemoved(name)}
              raw={errorText(why).raw}
            >
              {errorText(why).cause} {errorText(why).next}
            </TroubleBar>
          ))}
        </div>
        {opened && (
          <OpenedLine opened={opened} hasLast={comparing.comparison !== null} onClose={earlier.close} />
        )}
        {comparison && lanes ? (
          <>
            <CompareSentence comparison={comparison} lanes={lanes} words={words} />
            <Lanes
              comparison={comparison}
              lanes={lanes}
              receivedAt={receivedAt}
              engines={engines}
              words={words}
            />
            <VerdictTable rows={verdictRows(lanes, words, host.platform === "win32")} words={words} />
            <HowMeasured comparison={comparison} lanes={lanes} words={words} />
          </>
        ) : (
          loaded && <CompareEmpty />
        )}
        <EarlierTable earlier={earlier} shownId={comparison?.id ?? null} words={words} />
        <PublishedMemory />
      </div>
    </ScreenFrame>
  );
}

import type { ComponentType } from "react";
import { LiveStatus } from "../../app/live-status.tsx";
import { formatRoute, SETTINGS_PAGES, type SettingsPage } from "../../app/router.ts";
import { ScreenFrame } from "../../app/screen-frame.tsx";
import { settingsStrings } from "../../strings/settings.ts";
import { DoctorPage } from "../doctor/doctor-page.tsx";
import { DiagnosticsPage } from "./diagnostics-page.tsx";
import { EnginesPage } from "./engines-page.tsx";
import { GeneralPage } from "./general-page.tsx";
import "./settings.css";

interface SettingsScreenProps {
  readonly page: SettingsPage;
  /** The engine that the doctor is asked about; null for all. */
  readonly about: string | null;
}

const PAGES: Readonly<Record<SettingsPage, ComponentType<{ readonly about: string | null }>>> = {
  general: GeneralPage,
  engines: EnginesPage,
  doctor: DoctorPage,
  diagnostics: DiagnosticsPage,
};

/** Pages, each with an address of its own. */
export function SettingsScreen({ page, about }: SettingsScreenProps) {
  const Page = PAGES[page];
  const { title, pages, pagesLabel } = settingsStrings;
  return (
    <ScreenFrame title={title} statusLeft={<LiveStatus />}>
      <div className="page-head">
        <h1>{title}</h1>
      </div>
      <nav className="settings-nav" aria-label={pagesLabel}>
        {SETTINGS_PAGES.map((one) => (
          <a
            key={one}
            href={formatRoute({ screen: "settings", page: one })}
            aria-current={one === page ? "page" : undefined}
          >
            {pages[one]}
          </a>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className="settings-page" aria-label={pages[page]} tabIndex={0}>
        <Page about={about} />
      </section>
    </ScreenFrame>
  );
}

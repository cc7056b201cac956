import { type ReactNode, useId } from "react";

interface SettingGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Settings that belong together, under one heading. */
export function SettingGroup({ title, children }: SettingGroupProps) {
  const id = useId();
  return (
    <section className="setting-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface SettingProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** One setting: its name and what it means at the left, the choice at the right. */
export function Setting({ label, hint, children }: SettingProps) {
  return (
    <div className="setting">
      <div>
        {label}
        {hint && <p className="dim">{hint}</p>}
      </div>
      <div>{children}</div>
    </div>
  );
}

export function ScopeScreen({
  containerKey,
}: {
  readonly containerKey: string;
  readonly initialFind: string;
}) {
  return <main className="content">{containerKey}</main>;
}

import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from "@fluentui/react-components";

/** Keys beyond Fluent's own; FluentProvider turns each into a CSS variable of the same name. */
export interface IsoTokens {
  readonly isoProcessForeground: string;
  readonly isoProcessStroke: string;
  readonly isoProcessBackground: string;
  readonly isoHypervForeground: string;
  readonly isoHypervStroke: string;
  readonly isoHypervBackground: string;
  readonly kernelSlab: string;
  readonly kernelSlabText: string;
  readonly hypervisorSlab: string;
  readonly hypervisorSlabText: string;
  readonly isoShell: string;
  readonly isoShellHover: string;
  readonly isoRowHover: string;
  readonly isoRowSelected: string;
  readonly isoRowLine: string;
  readonly isoPaneLine: string;
  readonly isoOk: string;
  readonly isoError: string;
  readonly isoSkeleton: string;
}

export type IsoTheme = Theme & IsoTokens;

const inkOnLight: BrandVariants = {
  10: "#0b0d10",
  20: "#14181e",
  30: "#1b2027",
  40: "#232a34",
  50: "#2a313c",
  60: "#2d3542",
  70: "#323b49",
  80: "#3d4757",
  90: "#4b576a",
  100: "#5a677c",
  110: "#6c7a90",
  120: "#8491a5",
  130: "#9ba7b9",
  140: "#b5bfce",
  150: "#d0d7e2",
  160: "#ebeef3",
};

/** On dark, Fluent fills brand buttons from step 70 and draws brand strokes from step 100. */
const inkOnDark: BrandVariants = {
  10: "#14181e",
  20: "#20262f",
  30: "#2a323d",
  40: "#343e4b",
  50: "#3f4a5a",
  60: "#4a5769",
  70: "#56657a",
  80: "#62728a",
  90: "#8f9db3",
  100: "#cbd5e4",
  110: "#d6dee9",
  120: "#dee5ee",
  130: "#e5ebf2",
  140: "#ecf0f6",
  150: "#f2f5f9",
  160: "#f8fafc",
};

const FONTS = {
  fontFamilyBase: "'Segoe UI Variable Text', 'Segoe UI', 'Open Sans', system-ui, sans-serif",
  fontFamilyMonospace: "'Cascadia Mono', 'Cascadia Code', Consolas, 'DejaVu Sans Mono', monospace",
} as const;

export const lightTheme: IsoTheme = {
  ...createLightTheme(inkOnLight),
  ...FONTS,
  isoProcessForeground: "#0b6e68",
  isoProcessStroke: "#2b8079",
  isoProcessBackground: "#e1f4f2",
  isoHypervForeground: "#5a3cc0",
  isoHypervStroke: "#7a60cd",
  isoHypervBackground: "#eeeafc",
  kernelSlab: "#dfe3e8",
  kernelSlabText: "#242424",
  hypervisorSlab: "#3d4757",
  hypervisorSlabText: "#ffffff",
  isoShell: "#f3f4f5",
  isoShellHover: "#ebedef",
  isoRowHover: "#f5f5f5",
  isoRowSelected: "#ebebeb",
  isoRowLine: "#f0f0f0",
  isoPaneLine: "#e0e0e0",
  isoOk: "#107c10",
  isoError: "#b10e1c",
  isoSkeleton: "#ebedef",
};

export const darkTheme: IsoTheme = {
  ...createDarkTheme(inkOnDark),
  ...FONTS,
  // Fluent's own are brighter than the text they frame.
  colorStatusWarningBorder1: "#8a3707",
  colorStatusDangerBorder1: "#8d1d28",
  isoProcessForeground: "#4ecdc1",
  isoProcessStroke: "#2f9f95",
  isoProcessBackground: "#12312f",
  isoHypervForeground: "#b4a3ff",
  isoHypervStroke: "#927ee8",
  isoHypervBackground: "#2a2345",
  kernelSlab: "#3a3f46",
  kernelSlabText: "#ffffff",
  hypervisorSlab: "#cbd5e4",
  hypervisorSlabText: "#1b2027",
  isoShell: "#191a1c",
  isoShellHover: "#141414",
  isoRowHover: "#333333",
  isoRowSelected: "#383838",
  isoRowLine: "#363636",
  isoPaneLine: "#4a4a4a",
  isoOk: "#54b054",
  isoError: "#eeacb2",
  isoSkeleton: "#3d3d3d",
};

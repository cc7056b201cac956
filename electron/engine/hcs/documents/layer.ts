import { z } from "zod";

/** 8-4-4-4-12 hex digits, no braces. */
export const Guid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

/** What is written into the Owner of every system this app makes. */
export const OWNER = "isoscope";

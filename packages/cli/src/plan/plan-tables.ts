import type { Certificate } from "@thimble/core";
import { formatCount } from "../format.ts";
import { formatTable } from "../table.ts";
import { symbolOf } from "./ascii-picture.ts";
import type { PlanReport } from "./plan-report.ts";

type Style = (text: string) => string;

/** `no plan is smaller`, or how many bytes more than the lower bound. */
export const formatCertificate = (certificate: Certificate): string =>
  certificate === "optimal" ? "no plan is smaller" : `${formatCount(certificate.gap)} over the lower bound`;

/** What each planner comes to. */
export function plannerTable({ planner, planners }: PlanReport, dim: Style): string {
  const columns = [{ title: "planner" }, { title: "bytes", align: "right" }, { title: "certificate" }] as const;
  const rows = planners.map(({ planner: name, bytes, certificate }) => [
    `${name}${name === planner ? " *" : ""}`,
    formatCount(bytes),
    formatCertificate(certificate),
  ]);
  return formatTable(columns, rows, dim);
}

/** Every buffer with its letter in the picture. */
export function bufferTable({ buffers }: PlanReport, width: number, dim: Style): string {
  const numbers = ["bytes", "first use", "last use", "offset"].map((title) => ({ title, align: "right" as const }));
  const rows = buffers.map(({ name, bytes, firstUse, lastUse, offset, isFixed }, i) => [
    symbolOf(i),
    formatCount(bytes),
    `${firstUse}`,
    `${lastUse}`,
    formatCount(offset),
    `${name}${isFixed ? " (model's plan)" : ""}`,
  ]);
  const taken = formatTable([{ title: "" }, ...numbers], rows).split("\n");
  const most = Math.max(width - Math.max(...taken.map((line) => line.length)) - 2, 8);
  return formatTable([{ title: "" }, ...numbers, { title: "name", most }], rows, dim);
}

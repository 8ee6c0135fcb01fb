import type { SystemdTable } from "../tables/build.ts";
import table from "../tables/systemd.generated.json" with { type: "json" };

const known = table as unknown as SystemdTable;

export const sectionNames: readonly string[] = [...new Set([...Object.keys(known), "Install"])];

/** Keys that are newer than the release that the table is from (252). */
const newer: Record<string, readonly string[]> = {
  Service: [
    "ExitType",
    "RestartSteps",
    "RestartMaxDelaySec",
    "RestartMode",
    "OpenFile",
    "FileDescriptorStorePreserve",
    "MemoryPressureWatch",
    "MemoryPressureThresholdSec",
    "RootEphemeral",
    "ImportCredential",
    "SetLoginEnvironment",
    "LoadCredentialEncrypted",
    "CoredumpReceive",
    "MemoryZSwapWriteback",
    "NFTSet",
    "ExtensionImagePolicy",
    "MountImagePolicy",
    "RootImagePolicy",
    "LogNamespace",
    "LogFilterPatterns",
    "ProtectHostname",
    "PrivatePIDs",
    "SurviveFinalKillSignal",
    "StartupMemoryHigh",
    "StartupMemoryLow",
    "StartupMemoryMax",
    "StartupMemorySwapMax",
    "StartupMemoryZSwapMax",
    "StartupAllowedCPUs",
    "StartupAllowedMemoryNodes",
    "BindNetworkInterface",
    "ReloadSignal",
    "DelegateSubgroup",
    "UserNamespacePath",
    "RestrictFileSystems",
    "PrivateBPF",
  ],
  Unit: [
    "ConditionCPUFeature",
    "ConditionCredential",
    "ConditionVersion",
    "ConditionPathIsSocket",
    "AssertPathIsSocket",
    "PropagatesStopTo",
    "StopPropagatedFrom",
    "OnSuccess",
    "Upholds",
  ],
  Socket: [
    "PollLimitIntervalSec",
    "PollLimitBurst",
    "PassFileDescriptorsToExec",
    "AcceptFileDescriptors",
    "DeferTrigger",
    "PassPIDFD",
  ],
};
const install = ["WantedBy", "RequiredBy", "UpheldBy", "Also", "Alias", "DefaultInstance"];

/** The keys of a section; undefined for a section that systemd does not have, such as the free `X-…`. */
export function keysOf(section: string): ReadonlySet<string> | undefined {
  if (section === "Install") return new Set(install);
  return Object.hasOwn(known, section)
    ? new Set([...Object.keys(known[section]!), ...(newer[section] ?? [])])
    : undefined;
}

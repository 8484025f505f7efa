#!/usr/bin/env bash
# slurm.sh PROGRAM MODULE: docs/archive.sbatch as a job of Debian's slurm-wlm on one node, this machine; the merged bytes are
# those of PROGRAM. Its own daemons on ports of their own, as root, in a folder that goes away. 77 (skipped) where they are
# not installed or cannot be started.
set -euo pipefail
program=$(realpath "$1") module=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
skip() { echo "$1"; exit 77; }
for tool in munged slurmctld slurmd sbatch; do PATH=$PATH:/usr/sbin command -v $tool >/dev/null || skip "$tool is not installed"; done
[ "$(id -u)" -eq 0 ] || skip "Slurm's daemons are started as root"
/usr/bin/python3 -c 'import distributed' 2>/dev/null || skip "python3-distributed is not installed"
ls "$module"/stasis/_engine*.so >/dev/null 2>&1 || skip "the module for Python was not built (STASIS_PYTHON)"

top=$(mktemp -d) started=()
chmod 755 "$top"
finish() { for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done; wait || true; rm -rf "$top"; }
trap finish EXIT
head -c 1024 /dev/urandom > "$top/key"; chmod 600 "$top/key"
munged --foreground --force --key-file="$top/key" --socket="$top/munge" --pid-file="$top/munged.pid" --seed-file="$top/seed" \
  --log-file="$top/munged.log" > "$top/munged.out" 2>&1 & started+=($!)
free() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("", 0)); print(s.getsockname()[1])'; }
mkdir "$top/state" "$top/spool"
cat > "$top/slurm.conf" <<END
ClusterName=here
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmUser=root
SlurmctldPort=$(free)
SlurmdPort=$(free)
AuthInfo=socket=$top/munge
CredType=cred/munge
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SlurmctldPidFile=$top/slurmctld.pid
SlurmdPidFile=$top/slurmd.pid
StateSaveLocation=$top/state
SlurmdSpoolDir=$top/spool
SlurmctldLogFile=$top/slurmctld.log
SlurmdLogFile=$top/slurmd.log
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP OverSubscribe=FORCE
END
export SLURM_CONF=$top/slurm.conf
slurmctld -D > "$top/slurmctld.out" 2>&1 & started+=($!)
slurmd -D > "$top/slurmd.out" 2>&1 & started+=($!)
for _ in $(seq 60); do sinfo -h -o %t 2>/dev/null | grep -q idle && break; sleep 0.5; done
sinfo -h -o %t 2>/dev/null | grep -q idle || { tail -n 5 "$top"/*.log "$top"/*.out; skip "Slurm's daemons do not start here"; }

mkdir "$top/reports"
for i in $(seq 20); do sed "s/Orr/Orr$i/g" "$here/../../docs/harbour.txt" > "$top/reports/$i.txt"; done
PYTHONPATH=$module sbatch --wait --output="$top/job.log" "$here/../../docs/archive.sbatch" "$top/reports" "$top/results" "$top/merged.jsonl" ||
  { cat "$top/job.log"; exit 1; }
"$program" read "$top/reports" --format jsonl > "$top/alone.jsonl"
cmp "$top/merged.jsonl" "$top/alone.jsonl"
echo "a job of Slurm on one node: $(wc -l < "$top/merged.jsonl") statements, the bytes of one machine"

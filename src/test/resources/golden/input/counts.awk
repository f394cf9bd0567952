BEGIN { FS = "[, ]" }
NR == 1 { table = $0; rows = 0; while ((getline < table) > 0) x[rows++] = $1; next }
{ n = s = 0; for (i = 1; i <= NF; i++) { n += $i; s += $i * x[i] } printf "%.17g\n", s / n; fflush() }

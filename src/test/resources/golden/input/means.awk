BEGIN { FS = "[, ]" }
NR == 1 { table = $0; rows = -1; while ((getline < table) > 0) { x[rows] = $1; y[rows++] = $2 }; next }
{ a = b = 0; for (i = 1; i <= NF; i++) { a += x[$i]; b += y[$i] } printf "%.17g %.17g\n", a / NF, b / NF; fflush() }

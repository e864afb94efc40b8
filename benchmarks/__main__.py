"""Every figure in one run: `python -m benchmarks`."""

from benchmarks import bench_ledger, bench_pages

bench_ledger.main()
bench_pages.main()

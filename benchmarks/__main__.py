"""Every figure in one run: `python -m benchmarks`."""

from benchmarks import bench_comments, bench_ledger, bench_lists, bench_pages

bench_ledger.main()
bench_lists.main()
bench_pages.main()
bench_comments.main()

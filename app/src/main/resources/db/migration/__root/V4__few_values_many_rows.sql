-- Where few words stand in very many rows (a programme, a commune), an index that keeps each word once is made in a third of the time.
create extension if not exists btree_gin schema public;

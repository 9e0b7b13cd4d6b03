-- The order of the Vietnamese alphabet for names that people read in lists: Đ stands after D, not after Z. The database itself orders by the numbers of the letters, which is
-- what indexes and keys want.
create collation vietnamese (provider = icu, locale = 'vi');
